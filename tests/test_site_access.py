"""The browser does not let Offswitch run on LinkedIn, or only for a click: said, and asked for."""

import pytest

from tests.harness import words
from tests.harness.browsers import until
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched
from tests.harness.panel_screen import PanelScreen

WISH = "awaits-access"  # what background/await-access.js keeps for the session
ELSEWHERE = "data:text/html,<title>elsewhere</title>"


@pytest.fixture
def revoked(browser):
    """The browser, where Offswitch may run on LinkedIn's pages for clicks only."""
    try:
        browser.revoke_site_access()
        yield browser
    finally:
        browser.grant_site_access()


def open_panel(page):
    page.click_toolbar()
    return PanelScreen.wait_for(page.browser)


def wait_until_noted(browser):
    until(lambda: WISH in browser.extension_storage("session"), "noted wish")


@pytest.mark.usefixtures("revoked")
def test_the_panel_says_so_and_offers_to_ask(page, linkedin):
    page.open("/feed/")
    panel = open_panel(page)
    assert panel.headline == words.message("headline_no_access")
    assert panel.action == words.message("button_allow_and_turn_off")
    assert_untouched(linkedin)


def test_nothing_is_said_while_access_is_there(page):
    page.open("/feed/")
    assert open_panel(page).headline != words.message("headline_no_access")


def test_nothing_is_said_any_more_once_it_is_back(revoked, page):
    revoked.grant_site_access()
    page.open("/feed/")
    assert open_panel(page).headline != words.message("headline_no_access")


def test_allowed_in_a_tab_of_linkedins_it_is_turned_off_there(revoked, page, linkedin):
    page.open("/feed/")
    revoked.allow_when_asked(open_panel(page).press_action)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_allowed_elsewhere_it_is_turned_off_in_a_new_tab(revoked, page, linkedin):
    revoked.driver.get(ELSEWHERE)
    before = set(revoked.driver.window_handles)
    revoked.allow_when_asked(open_panel(page).press_action)
    page.go_to_new_tab(before)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.needs("asks_visibly")
def test_allowed_with_the_background_stopped_meanwhile(revoked, page, linkedin):
    page.open("/feed/")
    open_panel(page).press_action()
    wait_until_noted(revoked)
    revoked.stop_background()
    revoked.answer_access_request("accept")
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.needs("asks_visibly")
def test_refused_nothing_is_done_even_if_it_is_allowed_later(revoked, page, linkedin):
    page.open("/feed/")
    open_panel(page).press_action()
    wait_until_noted(revoked)
    revoked.answer_access_request("decline")
    page.wait_until(lambda: WISH not in revoked.extension_storage("session"), "end of the wish")
    revoked.grant_site_access()
    page.settle()
    assert page.state == "elsewhere"
    assert_untouched(linkedin)


def test_for_a_click_only_it_is_turned_off_and_shown_or_left_alone_and_said(
    revoked, page, linkedin
):
    """One browser goes on running the script in a tab that was clicked, the other does not."""
    page.open("/feed/")
    open_panel(page).panel.close()
    page.open()
    page.settle()
    page.click_toolbar()
    page.wait_until(lambda: page.state == "off" or revoked.find_panel(), "answer")
    if panel := revoked.find_panel():
        PanelScreen(panel).wait_for_headline("no_access")
        assert_untouched(linkedin)
    else:
        assert_only_the_ai_switch_went_off(linkedin)
