"""The report of a page that Offswitch cannot help with: what it says, and what never gets in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from builder.catalogue import compile_catalogue, load_catalogue
from builder.render import EXTENSION
from builder.toml_file import parse_toml
from tests.harness import words
from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.linkedin.render import PAGES
from tests.harness.outcome import assert_untouched

CORE = ["core/match-page.js", "core/find-switch.js", "core/next-state.js", "core/describe-page.js"]
KEY = "allowDataForGenerativeAI"
CATALOGUE = compile_catalogue(load_catalogue())

# On top of those of the page `personal`: in every place that a page can put words into.
SEEDED = """
const secret = 'carlaQuist';
document.title = secret;
document.documentElement.lang = 'x-carlaQuist';
const main = document.querySelector('#main');
for (const tag of ['carlaquist', 'carla-quist', 'carla-quist-button', 'input', 'button', 'form']) {
  const around = document.createElement(tag === 'input' ? 'carlaquist' : 'carla-quist');
  const node = document.createElement(tag);
  for (const name of ['id', 'class', 'name', 'aria-label', 'aria-labelledby', 'title', 'type'])
    node.setAttribute(name, secret);
  node.setAttribute('role', 'switch carlaQuist');
  node.setAttribute('data-carlaquist', secret);
  node.setAttribute('aria-pressed', 'true');
  node.append(secret);
  around.append(node);
  main.append(around);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.id = box.value = secret;
  box.setAttribute('role', secret);
  node.after(box);
}
"""

# Forms whose fields hide every property that a search could ask a form for.
HOSTILE = """
const main = document.querySelector('#main');
const names = ['shadowRoot', 'contentDocument', 'parentNode', 'parentElement', 'closest', 'matches',
  'localName', 'namespaceURI', 'getRootNode', 'ownerDocument', 'getAttribute', 'id', 'nodeType',
  'querySelector', 'querySelectorAll', 'getBoundingClientRect', 'labels', 'isConnected'];
for (const twice of [false, true]) {
  const form = document.createElement('form');
  form.append(...[...names, ...(twice ? names : [])].map((name) => Object.assign(
    document.createElement('input'), {name, type: 'checkbox'})));
  main.append(form);
}
main.append(...Array.from({length: 10000}, () => Object.assign(
  document.createElement('input'), {type: 'checkbox'})));
"""


@pytest.fixture
def locked(page, linkedin):
    """The setting's page, its switch disabled."""
    linkedin.page_options = PageOptions(disabled=True)
    page.open()
    page.wait_for_banner("locked")
    return page


def report_in(panel, page):
    """The report that an open panel offers."""
    page.wait_until(lambda: offers_report(panel), "report in the panel")
    return panel.evaluate("document.getElementById('report-text').textContent")


def offers_report(panel):
    return panel.evaluate("document.getElementById('report').checkVisibility()")


def status_in(panel):
    return panel.evaluate("document.getElementById('copied').textContent")


# What it says


def test_it_says_how_the_page_is_built(locked):
    report = report_in(locked.open_panel(), locked)
    paths = CATALOGUE["settings"][0]["paths"]
    for line in (
        "State: locked",
        f"Address: path 1 of {len(paths)}",
        "Language: en; direction: ltr",
        "Load: complete, navigate, no service worker, bytes from the network, not prerendered",
        "Main region: main; headings in it: 1",
        "Controls: 1; in the main region: 1",
    ):
        assert line in report.split("\n")
    version = parse_toml(EXTENSION.parent / "pyproject.toml")["project"]["version"]
    assert f"Version: {version}" in report
    control = report.split("\n")[-1]
    assert control.startswith(
        "1. input of type checkbox; role switch; reads on, not usable; in the"
    )
    assert f"{KEY} (ours); label; main > " in control


def test_it_names_known_keys_only(page, linkedin):
    linkedin.page = "sibling-keyed"
    linkedin.page_options = PageOptions(disabled=True)
    page.open()
    page.wait_for_state("locked")
    page.browser.driver.execute_script(
        """const own = document.createElement('input');
           own.type = 'checkbox';
           own.id = 'notifyAnnaMueller';
           document.querySelector('#main').append(own);"""
    )
    report = report_in(page.open_panel(), page)
    first, *others = [line for line in report.split("\n") if line[0].isdigit()]
    assert f"{KEY} (ours)" in first, "whatever stands before it on the page"
    assert any("(not ours)" in line for line in others)
    assert any("a key we do not know" in line for line in others)
    assert "notifyAnnaMueller" not in report


# Where it is offered


def test_locked_and_kept_on_offer_it_in_the_panel(page, linkedin):
    """And the steps between do not, nor does what the fresh load showed."""
    linkedin.save = SaveScenario(status=500, delay=6.0)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("saving")
    page.wait_a_second_click_apart()
    panel = page.open_panel()
    assert not offers_report(panel)
    assert "State: kept-on, refused" in report_in(panel, page)
    linkedin.save = SaveScenario(delay=4.0)
    panel.click("#action")
    page.wait_until(lambda: not offers_report(panel), "end of the report")
    page.wait_for_state("off")
    if not panel.is_open:  # one browser closes it at the fresh load
        panel = page.open_panel()
    assert not offers_report(panel)


def test_elsewhere_there_is_none(page):
    page.open("/feed/")
    assert not offers_report(page.open_panel())


def test_unrecognised_and_unavailable_offer_it_in_the_panel(page, linkedin):
    """Both at once, each in its tab: patience takes 15 s."""
    tabs = {}
    for state, form in {"unrecognised": "two-unkeyed", "unavailable": "setting-missing"}.items():
        linkedin.page = form
        tabs[state] = page.open_in_new_tab()
    for state, tab in tabs.items():
        page.go_to_tab(tab)
        page.wait_for_state(state)
        panel = page.open_panel()
        assert f"State: {state}" in report_in(panel, page)
        panel.close()
    assert_untouched(linkedin)


def test_on_the_banner_offers_neither_report_nor_the_way_by_hand(page):
    page.open()
    banner = page.wait_for_banner("on")
    assert banner.buttons == ["Turn off", "Not now"]
    assert banner.hint == ""


def test_locked_the_banner_sends_no_hand_to_a_switch_that_cannot_be_used(locked):
    assert locked.banner.hint == ""


def test_kept_on_the_banner_says_the_way_by_hand_on_a_small_screen_too(page, linkedin):
    linkedin.save = SaveScenario(status=500)
    with page.browser.page_of(320, 568):
        page.open()
        page.wait_for_state("on")
        page.click_toolbar()
        banner = page.wait_for_banner("kept_on")
        assert banner.hint == (
            "By hand: profile picture → Settings & Privacy → Data privacy → "
            "Data for Generative AI Improvement."
        )
        assert not page.banner_scrolls, "all of it is seen at once"


# Copying it


def test_the_panel_copies_what_it_shows(locked):
    locked.fill_clipboard("before")
    panel = locked.open_panel()
    report = report_in(panel, locked)
    assert panel.evaluate("document.getElementById('report-details').open") is False
    panel.click("#copy-report")
    locked.wait_until(lambda: status_in(panel), "status")
    assert status_in(panel) == words.message("report_copied")
    panel.close()
    assert locked.clipboard() == report


def test_the_banner_copies_it(locked):
    locked.fill_clipboard("before")
    locked.press_banner_button("Copy a report")
    told = words.message("report_copied")
    locked.wait_until(lambda: locked.banner.hint == told, "status in the banner")
    assert locked.clipboard().startswith("Offswitch report: ")


def test_the_keyboard_reaches_it_in_the_panel(locked):
    panel = locked.open_panel()
    report_in(panel, locked)
    panel.press("Tab")
    if panel.evaluate("document.activeElement === document.body"):
        panel.press("Tab")  # one browser stops at the popup itself first
    assert panel.evaluate("document.activeElement.id") == "copy-report"
    panel.press("Enter")
    locked.wait_until(lambda: status_in(panel) == words.message("report_copied"), "status")
    panel.press("Tab")
    assert panel.evaluate("document.activeElement.localName") == "summary"
    panel.press("Enter")
    locked.wait_until(
        lambda: panel.evaluate("document.getElementById('report-details').open"), "open report"
    )


def test_the_keyboard_reaches_it_in_the_banner(locked):
    press_keys(locked, Keys.TAB)
    assert locked.focused_in_banner == "Copy a report"
    press_keys(locked, Keys.ENTER)
    told = words.message("report_copied")
    locked.wait_until(lambda: locked.banner.hint == told, "status in the banner")
    press_keys(locked, Keys.ESCAPE)
    locked.wait_until_no_banner()


def press_keys(page, *keys):
    ActionChains(page.browser.driver).send_keys(*keys).perform()


def test_a_scripted_click_copies_nothing(locked):
    locked.fill_clipboard("before")
    locked.click_banner_button_by_script("Copy a report")
    panel = locked.open_panel()
    report_in(panel, locked)
    panel.evaluate("document.getElementById('copy-report').click()")
    locked.settle()
    assert status_in(panel) == ""
    panel.close()
    assert locked.banner.hint == ""
    assert locked.clipboard() == "before"


# What never gets in


def test_of_a_page_full_of_personal_data_nothing_is_in_it(page, linkedin):
    linkedin.page = "personal"
    linkedin.page_options = PageOptions(disabled=True)
    page.open(f"{page.address}?session=carlaQuist#carlaQuist")
    page.wait_for_state("locked")
    page.browser.driver.execute_script(SEEDED)
    report = report_in(page.open_panel(), page)
    assert "Language: other" in report
    assert "custom element" in report
    assert "a key we do not know" in report
    secrets = [*parse_toml(PAGES / "personal.toml")["secrets"], "carla", "quist", "session"]
    assert [secret for secret in secrets if secret.lower() in report.lower()] == []


def test_a_hostile_page_does_not_break_it(locked):
    locked.browser.driver.execute_script(HOSTILE)
    report = report_in(locked.open_panel(), locked)
    fields = 18 + 36
    assert f"Controls: {10_001 + fields}; in the main region: {10_001 + fields}" in report
    assert report.endswith(f"and {10_001 + fields - 20} more")
    assert f"{KEY} (ours)" in report
    assert "; main > form > input" in report


# Whatever stands in a page: each word of it holds this, and nothing that we say does.
MARK = "qzqz"
WORDS = st.builds("{}{}{}".format, st.text(max_size=5), st.just(MARK), st.text(max_size=5))
CAMEL = st.from_regex(r"qzqz[A-Z][a-z]{0,5}", fullmatch=True)
VALUES = st.one_of(WORDS, CAMEL, st.sampled_from(["switch", "true", "__proto__"]))
PLACES = ["id", "class", "name", "role", "lang", "dir", "href", "title", "aria-label", "type"]
PLACES += ["aria-labelledby", "aria-checked", "aria-pressed", "data-qzqz", "value", "is"]
AROUND = ["div", "form", "a", "label", "qzqz", "qzqz-card", "svg", "h1", "section"]
CONTROLS = {"input": ("type", "checkbox"), "button": ("aria-pressed", "true")}
CONTROLS |= {"div": ("role", "switch"), "qzqz-switch": ("role", "switch")}
ATTRIBUTES = st.fixed_dictionaries({}, optional=dict.fromkeys(PLACES, VALUES))
LEAVES = st.builds(
    lambda tag, attributes: [tag, attributes | dict([CONTROLS[tag]]), []],
    st.sampled_from(sorted(CONTROLS)),
    ATTRIBUTES,
)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(
        st.sampled_from(AROUND), ATTRIBUTES, st.lists(st.one_of(inner, WORDS), max_size=4)
    ),
    max_leaves=12,
)

DESCRIBE = """
const [root, lang, path, state, catalogue] = arguments;
const page = document.implementation.createHTMLDocument(lang);
function build([tag, attributes, children]) {
  const node = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map((child) => (Array.isArray(child) ? build(child) : child)));
  return node;
}
page.documentElement.lang = page.documentElement.dir = lang;
page.body.append(build(['main', {}, [root]]), build(root));
return describePage({page, trees: treesOf(page), catalogue, setting: catalogue.settings[0],
  state: {...ELSEWHERE, name: state}, path, version: '1', load: undefined, questions: 0});
"""


def test_no_word_of_any_page_is_in_it(at_blank):
    """The shipped scripts on made-up pages: whatever words stand wherever, none comes back."""
    source = "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in CORE)
    seen = []

    @settings(max_examples=50, derandomize=True, deadline=None, database=None)
    @given(root=NODES, lang=WORDS, path=WORDS)
    def never(root, lang, path):
        report = at_blank.execute_script(
            source + DESCRIBE, root, lang, path, "unrecognised", CATALOGUE
        )
        assert MARK not in report.lower()
        assert "Language: other" in report
        seen.append(report)

    never()
    everything = "\n".join(seen)
    for told in ("role other", "a key we do not know", "custom element > ", "other > ", "label;"):
        assert told in everything, "the pages that were made up hold what could be told"
