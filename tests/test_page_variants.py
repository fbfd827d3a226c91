"""What the forms of the page have in common: off is left alone, and words never matter."""

from tests.harness.browsers import until
from tests.harness.history import entries
from tests.harness.linkedin import LANGUAGES, PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_untouched,
)
from tests.truth.forms import MARKUP

_SWITCH = '<input type="checkbox" role="switch" id="{key}" aria-label="Use my data" {reads}>'


def two_switches(reads: str, hidden_reads: str) -> str:
    """One with our key that everybody sees, and one more in a shadow root."""
    seen, hidden = (_SWITCH.format(key=AI_SWITCH, reads=each) for each in (reads, hidden_reads))
    return f"""<h1>Settings</h1>{seen}
<div><template shadowrootmode="open">{hidden}</template></div>"""


def test_what_arrives_off_is_left_alone(page, linkedin):
    linkedin.settings[AI_SWITCH] = False
    for form in MARKUP:
        linkedin.page = form.page
        page.open(f"{page.address}?form={form.page}")
        page.wait_for_state("off")
        assert page.overlay_nodes == 0
    assert_untouched(linkedin)


def test_a_property_that_comes_late_is_never_called_off(page, linkedin):
    linkedin.page = "late-property"
    page.open()
    page.wait_for_state("on")
    assert "off" not in page.states
    linkedin.save = SaveScenario(stored=False)
    page.click_toolbar()
    page.wait_for_state("kept_on")
    assert "off" not in page.states
    assert linkedin.settings[AI_SWITCH]


def test_of_a_page_that_is_still_coming_no_foreign_switch_is_read(page, linkedin):
    """It comes in two pieces; were the first one's switch read, the second would be a change."""
    linkedin.settings[AI_SWITCH] = False
    linkedin.page = "foreign-checkboxes"
    page.open()
    page.wait_for_state("off", "unproven")
    assert page.state == "off"
    assert_untouched(linkedin)


def test_no_language_matters(page, linkedin):
    """Each in turn on or off: what the page says must tell neither."""
    for number, language in enumerate(LANGUAGES):
        on = number % 3 > 0
        linkedin.settings[AI_SWITCH] = on
        linkedin.page_options = PageOptions(language=language)
        page.open(f"{page.address}?language={language}")
        page.wait_for_state("on" if on else "off")
    assert len(linkedin.shown) == len(LANGUAGES)
    assert_untouched(linkedin)


def test_a_frame_that_goes_elsewhere_takes_its_switch_along(page, linkedin):
    linkedin.page = "framed-switch"
    page.open()
    page.wait_for_state("on")
    driver = page.browser.driver
    driver.switch_to.frame(0)
    driver.find_element("css selector", "a[href='/feed/']").click()
    driver.switch_to.default_content()
    page.wait_for_state("looking")
    page.wait_until_no_banner()
    page.wait_for_state("unrecognised", "unavailable")
    assert page.ring is None
    assert_untouched(linkedin)


def test_off_is_not_said_beside_a_second_switch_in_a_shadow_root(page, linkedin):
    linkedin.page, linkedin.body = "given", two_switches("", "checked")
    page.open()
    page.wait_for_state("unrecognised")
    assert "off" not in page.states
    assert_untouched(linkedin)


def test_on_may_be_said_there_and_nothing_is_clicked(page, linkedin):
    """By LinkedIn's own key it is said on sight; before the click all of the page is searched."""
    linkedin.page, linkedin.body = "given", two_switches("checked", "")
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("unrecognised")
    assert_untouched(linkedin)


def test_in_a_tab_in_the_background_a_switch_that_comes_late_is_read_too(page, browser, linkedin):
    """Past the last look by the clock, and where no frame is drawn."""
    linkedin.page_options = PageOptions(mount_after=26_000)
    front = page.open_in_new_tab("/feed/")
    page.open_in_new_tab()
    page.go_to_tab(front)
    until(lambda: "on" in [entry["after"] for entry in entries(browser)], "a reading", 60)
    assert_untouched(linkedin)
