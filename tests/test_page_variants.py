"""What the forms of the page have in common: off is left alone, and words never matter."""

import pytest

from tests.harness.linkedin import LANGUAGES, PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
)
from tests.truth.forms import ARRIVALS, MARKUP


def test_what_arrives_off_is_left_alone(page, linkedin):
    linkedin.settings[AI_SWITCH] = False
    for form in {form.page for form in [*MARKUP, *ARRIVALS]}:
        linkedin.page = form
        page.open(f"{page.address}?form={form}")
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


@pytest.mark.parametrize(("on", "state"), [(True, "on"), (False, "off")])
def test_no_language_matters(page, linkedin, on, state):
    linkedin.settings[AI_SWITCH] = on
    for language in LANGUAGES:
        linkedin.page_options = PageOptions(language=language)
        page.open(f"{page.address}?language={language}")
        page.wait_for_state(state)
    assert len(linkedin.shown) == len(LANGUAGES)
    assert_untouched(linkedin)


def test_a_switch_that_comes_very_late_is_still_turned_off(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=14_000, mount_part="control")
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar()
    page.wait_for_state("looking_asked")
    linkedin.page_options = PageOptions()
    page.wait_for_state("off", seconds=30)
    assert_only_the_ai_switch_went_off(linkedin)
