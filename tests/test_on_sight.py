"""Turning off without a click, where the member chose that: once a visit, and announced."""

import pytest

from tests.harness import words
from tests.harness.history import outcomes, reading, remember
from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
)


@pytest.fixture
def chosen(browser):
    """It was chosen in the options."""
    choose(browser)
    return browser


def choose(browser, **more):
    browser.put_in_storage("local", {"preferences": {"actsOnSight": True, **more}})


def stays_on(page, linkedin):
    page.wait_for_state("on")
    page.settle()
    assert page.state == "on"
    assert_untouched(linkedin)


def test_it_is_turned_off_proven_and_announced(page, chosen, linkedin):
    page.open()
    page.wait_for_state("off")
    assert page.wait_for_banner("off").hint == words.message("on_sight_member")
    assert_only_the_ai_switch_went_off(linkedin)
    page.wait_until(lambda: ("off", "offswitch") in outcomes(chosen), "entry")


@pytest.mark.usefixtures("chosen")
def test_where_it_is_off_nothing_is_said_or_done(page, linkedin):
    linkedin.settings[AI_SWITCH] = False
    page.open()
    page.wait_for_state("off")
    page.settle()
    assert page.overlay_nodes == 0
    assert_untouched(linkedin)


def test_what_linkedin_kept_on_is_left_alone_for_a_day(page, chosen, linkedin):
    linkedin.save = SaveScenario(status=403)
    linkedin.page_options = PageOptions(flip_back_after=300)
    page.open()
    page.wait_for_state("kept_on")
    assert words.message("on_sight_member") in page.wait_for_banner("kept_on").hint
    page.wait_until(lambda: ("kept-on", "offswitch") in outcomes(chosen), "entry")
    clicks = len(linkedin.touches)
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert len(linkedin.touches) == clicks


def test_a_day_later_it_is_tried_again(page, chosen, linkedin):
    remember(chosen, reading("kept-on", days_ago=1.1, by="offswitch"))
    page.open()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_within_the_day_it_is_not(page, chosen, linkedin):
    remember(chosen, reading("kept-on", days_ago=0.9, by="offswitch"))
    page.open()
    stays_on(page, linkedin)


def test_the_members_own_on_is_respected(page, chosen, linkedin):
    remember(chosen, reading("off", days_ago=9), reading("on", days_ago=8, by="member"))
    page.open()
    stays_on(page, linkedin)


def test_a_flip_by_hand_in_the_open_page_is_respected_too(page, chosen, linkedin):
    linkedin.settings[AI_SWITCH] = False
    page.open()
    page.wait_for_state("off")
    page.flip_switch_by_hand()
    page.wait_for_state("on")
    page.wait_until(lambda: ("on", "member") in outcomes(chosen), "entry")
    page.settle()
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert all(touch.trusted for touch in linkedin.touches)


def test_a_reload_is_no_visit(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    choose(browser)
    page.reload_plainly()
    stays_on(page, linkedin)


@pytest.mark.parametrize("more", [{"level": "look"}, {"keepsHistory": False}], ids=str)
def test_it_needs_the_history_and_more_than_looking(page, browser, linkedin, more):
    choose(browser, **more)
    page.open()
    page.wait_for_state("on", "on_look")
    page.settle()
    assert_untouched(linkedin)


def test_who_did_not_choose_it_is_asked(page, linkedin):
    page.open()
    stays_on(page, linkedin)


@pytest.mark.usefixtures("chosen")
def test_a_page_that_comes_back_on_by_itself_does_not_make_it_act_again(page, linkedin):
    linkedin.page_options = PageOptions(leaves_after_click=200)
    linkedin.save = SaveScenario(status=403, delay=1.0)
    page.open()
    page.wait_until(lambda: "/feed/" in page.browser.driver.current_url, "the feed")
    page.wait_for_state("elsewhere")
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert len([touch for touch in linkedin.touches if not touch.trusted]) == 1


def test_who_takes_it_back_at_once_has_their_way(page, chosen, linkedin):
    linkedin.save = SaveScenario(delay=4.0)
    page.open()
    page.wait_for_state("saving")
    page.flip_switch_by_hand()
    page.wait_for_state("on")
    page.wait_until(lambda: ("on", "member") in outcomes(chosen), "entry")
    page.settle()
    assert page.state == "on"
    assert "kept-on" not in dict(outcomes(chosen))
    assert linkedin.wait_for(lambda: len(linkedin.saves) == 2), "both saves, also theirs"
    assert linkedin.settings[AI_SWITCH]


def test_an_old_page_does_not_make_the_members_own_on_forgotten(page, chosen, linkedin):
    theirs = reading("on", days_ago=8, by="member")
    remember(chosen, reading("off", days_ago=9), theirs, reading("unproven", days_ago=1))
    page.open()
    stays_on(page, linkedin)


@pytest.mark.usefixtures("chosen")
def test_a_click_takes_it_back_while_it_waits(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=9000)
    page.open()
    page.wait_for_state("looking_asked")
    page.wait_a_second_click_apart()
    page.click_toolbar()
    stays_on(page, linkedin)


@pytest.mark.usefixtures("chosen")
def test_in_the_app_a_visit_counts_too(page, linkedin):
    linkedin.page = "spa"
    page.open("/mypreferences/d/categories/privacy")
    page.wait_for_ring()
    page.browser.driver.find_element("css selector", f"a[href='{page.address}']").click()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
