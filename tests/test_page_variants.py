"""What the forms of the page have in common: off is left alone, and words never matter."""

from tests.harness.linkedin import LANGUAGES, PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_untouched,
)
from tests.truth.forms import MARKUP


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
    page.browser.driver.execute_script(
        "document.querySelector('iframe').contentWindow.location.assign('/feed/')"
    )
    page.wait_for_state("looking")
    page.wait_until_no_banner()
    page.wait_for_state("unrecognised", "unavailable")
    assert page.ring is None
    assert_untouched(linkedin)
