"""A quiet mark where the setting was not read for long, and nothing more than that."""

import pytest

from tests.harness import words
from tests.harness.history import date_of, reading, remember
from tests.harness.outcome import AI_SWITCH, assert_untouched
from tests.harness.panel_screen import PanelScreen


def test_after_thirty_days_the_button_is_marked_and_the_panel_offers_a_check(
    page, browser, linkedin
):
    linkedin.settings[AI_SWITCH] = False
    page.open("/feed/")
    page.wait_for_state("elsewhere")
    remember(browser, reading("off", days_ago=31))
    page.wait_for_state("recheck")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert date_of(browser, 31) in panel.detail
    ago = words.message("reminder").replace("{ago}", "31 days ago")
    assert ago in panel.panel.evaluate("document.body.innerText")
    assert panel.action == words.message("button_check")
    panel.press_action()
    page.wait_for_state("off")
    assert page.wait_for_banner("off"), "what was asked for is told"
    page.open("/feed/")
    page.wait_for_state("elsewhere")
    assert_untouched(linkedin)


@pytest.mark.parametrize(
    ("days", "ago", "state"),
    [(30, 29, "elsewhere"), (7, 8, "recheck"), (90, 89, "elsewhere"), (0, 900, "elsewhere")],
)
def test_it_is_the_member_who_says_how_long(page, browser, days, ago, state):
    page.open("/feed/")
    remember(browser, reading("off", days_ago=ago), preferences={"recheckDays": days})
    page.wait_for_state(state)
    page.settle()
    assert page.state == state


def test_where_nothing_was_ever_read_there_is_nothing_to_check_again(page, browser):
    page.open("/feed/")
    remember(browser, reading("unreached", days_ago=900))
    page.settle()
    assert page.state == "elsewhere"


def test_a_page_that_speaks_wears_its_own_badge(page, browser):
    page.open()
    page.wait_for_state("on")
    remember(browser, reading("off", days_ago=31))
    page.settle()
    assert page.state == "on"


def test_the_mark_leaves_another_settings_page_as_well(page, browser):
    remember(browser, reading("off", days_ago=31))
    page.open("/mypreferences/d/settings/ads-by-age")
    page.wait_for_state("recheck")
    remember(browser, reading("off", days_ago=0))
    page.wait_for_state("elsewhere")
