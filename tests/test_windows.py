"""Several windows, private ones, containers: what is asked for in one stays there."""

import json

import pytest

from tests.harness import words
from tests.harness.history import reading, remember
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched
from tests.harness.panel_screen import PanelScreen

ELSEWHERE = "data:text/html,<title>elsewhere</title>"
ACTIVE = "browser.tabs.query({active: true, currentWindow: true}).then(([tab]) => tab)"


@pytest.fixture
def private(browser, page):
    """The tab of a private window; what was stored before is the same afterwards, to the byte."""
    page.open()
    page.wait_for_state("on")
    page.wait_until(lambda: "record" in browser.extension_storage("local"), "record")
    page.open("/feed/")
    page.states.clear()
    browser.open_private_window()
    before = json.dumps(browser.extension_storage("local"))
    yield page
    assert json.dumps(browser.extension_storage("local")) == before


def turn_off_by_toolbar(page):
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")


def turn_off_from_elsewhere(page):
    """By the panel on a page that is not LinkedIn's; what the extension knows of the two tabs."""
    driver = page.browser.driver
    driver.get(ELSEWHERE)
    before = set(driver.window_handles)
    page.click_toolbar()
    screen = PanelScreen.wait_for(page.browser)
    opener = screen.panel.evaluate(ACTIVE)
    screen.press_action()
    page.go_to_new_tab(before)
    page.wait_for_state("off")
    page.click_toolbar()
    return opener, PanelScreen.wait_for(page.browser).panel.evaluate(ACTIVE)


def test_in_a_private_window_a_toolbar_click_turns_it_off(private, linkedin):
    turn_off_by_toolbar(private)
    assert private.wait_for_banner("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_from_a_private_window_the_setting_opens_in_that_window(private, linkedin):
    opener, opened = turn_off_from_elsewhere(private)
    assert opener["incognito"]
    assert opened["incognito"]
    assert opened["windowId"] == opener["windowId"]
    assert_only_the_ai_switch_went_off(linkedin)


def test_in_a_second_window_a_toolbar_click_turns_it_off(browser, page, linkedin):
    browser.open_window()
    turn_off_by_toolbar(page)
    assert_only_the_ai_switch_went_off(linkedin)


def test_from_a_second_window_the_setting_opens_in_that_window(browser, page, linkedin):
    browser.open_window()
    opener, opened = turn_off_from_elsewhere(page)
    assert not opened["incognito"]
    assert opened["windowId"] == opener["windowId"]
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.parametrize("kind", ["open_window", "open_private_window"])
def test_one_windows_badge_is_not_shown_in_the_other(browser, page, kind):
    browser.open_private_window()  # now, for it has the browser load the extension anew
    browser.close_tab()
    page.open()
    page.wait_for_state("on")
    first = browser.driver.current_window_handle
    getattr(browser, kind)()
    page.open("/feed/")
    page.settle()
    assert (page.badge, page.state) == ("", "elsewhere")
    page.go_to_tab(first)
    assert (page.badge, page.state) == ("ON", "on")


@pytest.mark.needs("has_containers")
def test_the_setting_opens_in_the_container_that_it_was_asked_for_in(browser, page, linkedin):
    browser.open_container_tab(ELSEWHERE)
    opener, opened = turn_off_from_elsewhere(page)
    assert opened["cookieStoreId"] == opener["cookieStoreId"] != "firefox-default"
    assert_only_the_ai_switch_went_off(linkedin)


def test_in_a_private_window_nothing_is_turned_off_on_sight(browser, page, linkedin):
    browser.put_in_storage("local", {"preferences": {"actsOnSight": True}})
    browser.open_private_window()
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert_untouched(linkedin)


def test_a_private_window_knows_nothing_of_the_history(browser, page):
    remember(browser, reading("off", days_ago=9))
    browser.open_private_window()
    page.open("/feed/")
    page.click_toolbar()
    screen = PanelScreen.wait_for(browser)
    assert screen.headline == words.message("headline_elsewhere")
    screen.panel.close()
    page.open()
    assert "This browser saw it off" not in page.wait_for_banner("on").detail


def test_a_private_tab_that_shows_the_setting_is_not_used_from_outside(browser, page, linkedin):
    usual = browser.driver.current_window_handle
    browser.open_private_window()
    page.open()
    page.wait_for_state("on")
    page.go_to_tab(usual)
    browser.open_window()  # as private as the one before it
    opener, opened = turn_off_from_elsewhere(page)
    assert not opener["incognito"]
    assert not opened["incognito"]
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.needs("has_containers")
def test_a_containers_tab_that_shows_the_setting_is_not_used_from_outside(browser, page, linkedin):
    usual = browser.driver.current_window_handle
    browser.open_container_tab(linkedin.url(page.address))
    page.wait_for_state("on")
    page.go_to_tab(usual)
    opener, opened = turn_off_from_elsewhere(page)
    assert opened["cookieStoreId"] == opener["cookieStoreId"] == browser.usual_store
    assert_only_the_ai_switch_went_off(linkedin)
