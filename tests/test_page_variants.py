"""Further forms of the page: turned off and shown off, or never touched; words never matter."""

import pytest

from tests.harness.linkedin import LANGUAGES, PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
    saved_values,
)

WORKING = [
    "property-on",
    "late-property",
    "late-shadow",
    "sibling-keyed",
    "in-form",
    "react-shell",
    "react-shell-interop",
    "ten-thousand-keyed",
    "megabyte-label",
    "hostile-names",
    "personal",
]
NEVER_CLICKED = ["in-link", "submit-switch", "two-ours", "ten-thousand", "hostile-unkeyed"]


@pytest.mark.parametrize("form", WORKING)
def test_one_toolbar_click_turns_it_off(page, linkedin, form):
    linkedin.page = form
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off", seconds=30)
    assert_only_the_ai_switch_went_off(linkedin)
    page.settle()
    assert page.state == "off"


def test_what_arrives_off_is_left_alone(page, linkedin):
    linkedin.settings[AI_SWITCH] = False
    for form in WORKING:
        linkedin.page = form
        page.open(f"{page.address}?form={form}")
        page.wait_for_state("off")
        assert page.overlay_nodes == 0
    assert_untouched(linkedin)


def test_what_is_not_certain_is_never_clicked(page, linkedin):
    """All at once: patience takes 15 s."""
    tabs = []
    for form in NEVER_CLICKED:
        linkedin.page = form
        tabs.append(page.open_in_new_tab())
        page.wait_for_state("looking")
        page.click_toolbar()
        page.wait_for_state("looking_asked")
    for tab in tabs:
        page.go_to_tab(tab)
        page.wait_for_state("unrecognised")
        page.wait_for_banner("unrecognised")
        assert page.ring is None
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


@pytest.mark.parametrize("part", ["page", "control"])
def test_a_switch_that_never_comes_is_never_claimed(page, linkedin, part):
    linkedin.page_options = PageOptions(mount_after=10**9, mount_part=part)
    page.open()
    page.wait_for_state("unavailable" if part == "control" else "unrecognised")
    assert {"on", "off"}.isdisjoint(page.states)
    assert_untouched(linkedin)


def test_a_row_redrawn_by_the_save_is_followed(page, linkedin):
    linkedin.page_options = PageOptions(replace_node_after_save=True)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_page_that_turns_it_on_again_after_the_save_is_never_called_off(page, linkedin):
    linkedin.page_options = PageOptions(flip_back_after_save=300)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("kept_on")
    assert "off" not in page.states
    assert saved_values(linkedin) == [(AI_SWITCH, False), (AI_SWITCH, True)], "the page's own"
