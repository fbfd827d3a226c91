"""The banner and the ring: seen, reachable, out of the way, and obedient to people only."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.harness import words
from tests.harness.linkedin import PAGES_MARK, PageOptions, SaveScenario
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched

SWITCH = "[role=switch]"
FACE = ".toggle"


@pytest.fixture
def on_page(page):
    """The setting's page with the banner up."""
    page.open()
    page.wait_for_banner("on")
    return page


def press_keys(page, *keys):
    ActionChains(page.browser.driver).send_keys(*keys).perform()


def test_it_names_the_setting_as_the_page_does(page, linkedin):
    linkedin.page_options = PageOptions(language="de")
    page.open()
    assert "Daten zur Verbesserung generativer KI" in page.wait_for_banner("on").detail


def test_the_ring_is_around_linkedins_switch(on_page):
    assert on_page.wait_for_ring().surrounds(on_page.box_of(SWITCH))


@pytest.mark.parametrize(
    ("form", "seen"),
    [("config-setting-card", "label"), ("artdeco-toggle-24", ".artdeco-toggle")],
)
def test_a_control_without_size_is_ringed_at_what_is_seen_of_it(page, linkedin, form, seen):
    linkedin.page = form
    page.open()
    page.wait_for_banner("on")
    assert page.wait_for_ring().overlaps(page.box_of(f"#main {seen}"))


def test_the_ring_follows_when_the_page_is_scrolled(page, linkedin):
    linkedin.page_options = PageOptions(rows=40)
    page.open()
    page.wait_for_banner("on")
    page.browser.driver.execute_script("scrollTo(0, 1500)")
    page.wait_until(lambda: page.ring.surrounds(page.box_of(SWITCH)), "ring at the switch")


def test_not_now_hides_it_for_this_visit(on_page, linkedin):
    on_page.wait_for_state("on")
    on_page.press_banner_button("Not now")
    on_page.wait_until_no_banner()
    assert on_page.overlay_nodes == 0
    assert (on_page.state, on_page.badge) == ("on", "ON")
    assert_untouched(linkedin)
    on_page.click_toolbar()
    on_page.wait_for_banner("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_not_now_is_forgotten_at_the_next_visit(on_page):
    on_page.press_banner_button("Not now")
    on_page.wait_until_no_banner()
    on_page.open()
    on_page.wait_for_banner("on")


def test_one_tab_from_the_top_reaches_it_and_the_keyboard_is_enough(on_page, linkedin):
    press_keys(on_page, Keys.TAB)
    assert on_page.focused_in_banner == "Turn off"
    press_keys(on_page, Keys.ENTER)
    on_page.wait_for_banner("off")
    assert on_page.focused_in_banner.startswith(words.message("headline_off"))
    press_keys(on_page, Keys.TAB)
    assert on_page.focused_in_banner == "Close"
    assert_only_the_ai_switch_went_off(linkedin)


def test_the_keyboard_is_lost_at_no_step(on_page, linkedin):
    linkedin.save = SaveScenario(delay=4.0)
    press_keys(on_page, Keys.TAB, Keys.ENTER)
    for step in ("saving", "proving", "off"):
        headline = words.message(f"headline_{step}")
        # Banner and focus in one look: a step may be over by the next.
        on_page.wait_until(
            lambda said=headline: (on_page.focused_in_banner or "").startswith(said), step
        )
        linkedin.document_delay = 4.0 if step == "saving" else 0.0
    press_keys(on_page, Keys.ESCAPE)
    on_page.wait_until_no_banner()
    press_keys(on_page, Keys.TAB)
    active = on_page.browser.driver.switch_to.active_element
    assert active.tag_name not in ("body", "html"), "the next Tab goes on in LinkedIn's page"


def test_escape_closes_it_from_inside_only(on_page):
    press_keys(on_page, Keys.ESCAPE)
    press_keys(on_page, Keys.TAB)
    assert on_page.focused_in_banner == "Turn off"
    press_keys(on_page, Keys.ESCAPE)
    on_page.wait_until_no_banner()


def test_it_never_takes_the_focus(page):
    page.open("/mypreferences/d/categories/privacy")
    page.open()
    page.wait_for_banner("on")
    active = page.browser.driver.switch_to.active_element
    assert active.tag_name == "body"
    assert page.focused_in_banner is None


def test_it_says_its_name_and_speaks_politely(on_page):
    assert on_page.banner_semantics == {
        "landmark": "region",
        "name": "Offswitch",
        "live": "status",
        "language": "en",
        "direction": "ltr",
    }


@pytest.mark.parametrize("size", [(320, 568), (1280, 900)])
def test_it_covers_neither_the_switch_nor_the_focus(page, linkedin, size):
    linkedin.page_options = PageOptions(rows=12)
    with page.browser.page_of(*size):
        page.open()
        page.wait_for_banner("on")
        for top in (0, 200, 400, 600):
            page.browser.driver.execute_script(f"scrollTo(0, {top})")
            page.wait_until(
                lambda: not page.banner.box.overlaps(page.box_of(FACE)), "banner off the switch"
            )
        page.browser.driver.execute_script(
            "document.querySelector('.setting-description a').focus()"
        )
        page.wait_until(
            lambda: not page.banner.box.overlaps(page.box_of(".setting-description a")),
            "banner off the focus",
        )


def test_it_takes_a_third_of_a_small_screen_at_most(page):
    with page.browser.page_of(320, 568):
        page.open()
        box = page.wait_for_banner("on").box
        height = page.browser.driver.execute_script("return innerHeight")
        assert box.height <= height / 3
        assert page.browser.driver.execute_script(
            "return document.documentElement.scrollWidth <= innerWidth"
        )


def test_the_page_cannot_press_it(on_page, linkedin):
    """Scripted events reach the host at most: its root is closed, and only trusted ones count."""
    on_page.browser.driver.execute_script(
        """const host = [...document.documentElement.children]
             .find((child) => !['head', 'body'].includes(child.localName));
           if (host.shadowRoot) throw new Error('the root is open');
           for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'])
             host.dispatchEvent(new MouseEvent(type, {bubbles: true, composed: true,
               clientX: innerWidth - 150, clientY: innerHeight - 60}));
           host.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
           host.click();"""
    )
    on_page.settle()
    assert on_page.banner is not None
    assert_untouched(linkedin)


def test_a_scripted_click_on_its_very_button_is_not_obeyed(on_page, linkedin):
    """The driver reaches into the closed root; the click it makes there is not a person's."""
    on_page.click_banner_button_by_script("Turn off")
    on_page.settle()
    assert on_page.state == "on"
    assert_untouched(linkedin)


def test_no_rule_of_the_page_hides_it_or_moves_it(on_page):
    """Every page has rules for all its elements; some were written with great emphasis."""
    before = on_page.banner.box
    style = on_page.browser.driver.execute_script(
        """const hides = `display: none !important; visibility: hidden !important;
             opacity: 0 !important; filter: opacity(0) !important; z-index: -1 !important;
             transform: translateX(90vw) !important; color-scheme: dark !important`;
           const sheet = new CSSStyleSheet();
           sheet.replaceSync(`:root > :not(head, body) { ${hides} }`);
           document.adoptedStyleSheets = [sheet];
           const host = [...document.documentElement.children]
             .find((child) => !['head', 'body'].includes(child.localName));
           host.style.cssText = hides;
           const {display, visibility, opacity, filter, transform, zIndex, colorScheme} =
             getComputedStyle(host);
           return [display, visibility, opacity, filter, transform, zIndex, colorScheme];"""
    )
    assert style == ["block", "visible", "1", "none", "none", "2147483647", "light"]
    assert on_page.banner.box == before


def test_linkedins_own_nodes_are_left_as_they_were(on_page):
    """With banner and ring drawn, LinkedIn's own nodes are those that its server sent."""
    on_page.wait_for_ring()
    as_sent, as_shown = on_page.browser.driver.execute_async_script(
        """const [mark, done] = arguments;
        const parts = ({documentElement, head, body}) =>
          [documentElement.cloneNode(false), head, body].map((node) => node.outerHTML);
        fetch(location.href, {headers: {[mark]: ''}}).then((answer) => answer.text()).then((text) =>
          done([parts(new DOMParser().parseFromString(text, 'text/html')), parts(document)]));""",
        PAGES_MARK,
    )
    assert as_shown == as_sent
