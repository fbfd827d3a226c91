"""From anywhere to a proven `off`: the member's wish belongs to one tab, and is done once."""

import pytest

from tests.harness import words
from tests.harness.browsers import until
from tests.harness.history import outcomes
from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.outcome import (
    AI_SWITCH,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
    saved_values,
)
from tests.harness.panel_screen import PanelScreen
from tests.harness.review_page import ReviewPage, key_of

ELSEWHERE = "data:text/html,<title>elsewhere</title>"
MINUTE = 60_000


def ask_from(page, address=ELSEWHERE):
    """Two clicks, from a page that is not the setting's; the driver stays there."""
    page.browser.driver.get(address)
    page.click_toolbar()
    PanelScreen.wait_for(page.browser).press_action()


def make_older(browser, milliseconds):
    """Let time pass for what tabs are due."""
    kept = until(lambda: browser.extension_storage("session"), "what tabs are due")
    older = {key: {**due, "at": due["at"] - milliseconds} for key, due in kept.items()}
    browser.put_in_storage("session", older)


def wait_until_asked_for(page, linkedin, times=1):
    """Until the setting's page was asked for, which comes after the wish was kept."""
    paths = (page.address, "/uas/login")
    assert linkedin.wait_for(
        lambda: len([each for each in linkedin.requests if each.path in paths]) >= times
    )


def sign_in(page):
    page.browser.driver.find_element("css selector", "button[type=submit]").click()


@pytest.fixture
def signed_out(page, linkedin):
    """The feed's tab after both clicks: LinkedIn shows its sign-in page there."""
    linkedin.signed_in = False
    ask_from(page, linkedin.url("/feed/"))
    page.wait_until(lambda: "/uas/login" in page.browser.driver.current_url, "sign-in page")
    page.wait_for_state("unreached")
    return page


def test_another_tab_that_has_the_page_is_used(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    setting = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_tab(setting)
    page.wait_for_state("off")
    assert set(browser.driver.window_handles) == before
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_tab_that_is_turning_it_off_is_only_brought_forward(page, browser, linkedin):
    linkedin.save = SaveScenario(delay=4.0)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("saving")
    setting = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    ask_from(page)
    page.go_to_tab(setting)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_while_another_setting_is_being_turned_off_it_is_done_beside(page, browser, linkedin):
    """A load of that page would cut its save."""
    linkedin.save = SaveScenario(delay=4.0)
    review = ReviewPage(browser)
    review.open()
    before = set(browser.driver.window_handles)
    review.press_in_row("ads-by-age", "turn-off")
    page.go_to_new_tab(before)
    assert linkedin.wait_for(lambda: any(one.method == "PUT" for one in linkedin.requests))
    before = set(browser.driver.window_handles)
    page.click_toolbar()
    PanelScreen.wait_for(browser).press_action()
    page.go_to_new_tab(before)
    page.wait_for_state("off")
    assert linkedin.wait_for(lambda: len(linkedin.saves) == 2)
    assert set(saved_values(linkedin)) == {(AI_SWITCH, False), (key_of("ads-by-age"), False)}


def test_a_wish_outlives_a_stopped_background(page, browser, linkedin):
    linkedin.document_delay = 2.0
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_new_tab(before)
    wait_until_asked_for(page, linkedin)
    browser.stop_background()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_the_background_may_be_stopped_between_any_two_steps(page, browser, linkedin):
    linkedin.document_delay = 1.0
    linkedin.save = SaveScenario(delay=4.0)
    page.open("/feed/")
    browser.stop_background()
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    browser.stop_background()
    panel.press_action()
    wait_until_asked_for(page, linkedin)
    browser.stop_background()
    page.wait_for_state("saving")
    browser.stop_background()
    page.wait_for_state("proving")
    wait_until_asked_for(page, linkedin, times=2)
    browser.stop_background()
    page.wait_for_state("off")
    page.wait_until(lambda: outcomes(browser)[-1:] == [("off", "offswitch")], "entry")
    browser.stop_background()
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_wish_is_carried_out_once(page, browser, linkedin):
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_new_tab(before)
    page.wait_for_state("off")
    linkedin.settings[AI_SWITCH] = True
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert saved_values(linkedin) == [(AI_SWITCH, False)]


def test_a_wish_that_was_handed_out_is_gone_with_its_page(page, browser, linkedin):
    linkedin.page_options = PageOptions(mount_after=6000)
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_new_tab(before)
    page.wait_for_state("looking_asked")
    page.open("/feed/")
    linkedin.page_options = PageOptions()
    page.open()
    assert page.wait_for_banner("on").detail != words.message("detail_on_waited")
    page.settle()
    assert_untouched(linkedin)


def test_where_linkedin_wants_a_sign_in_the_badge_and_the_panel_say_so(signed_out, linkedin):
    page = signed_out
    assert page.badge == "?"
    assert page.overlay_nodes == 0
    page.click_toolbar()
    panel = PanelScreen.wait_for(page.browser)
    assert panel.headline == words.message("headline_unreached")
    assert panel.detail == words.message("detail_unreached")
    assert panel.action == words.message("button_open")
    assert_untouched(linkedin)


def test_a_sign_in_page_that_nobody_was_sent_to_is_no_business_of_ours(page):
    page.open("/uas/login")
    page.settle()
    assert page.state == "elsewhere"
    assert page.badge == ""


def test_after_the_sign_in_the_banner_asks_and_nothing_is_done(signed_out, linkedin):
    page = signed_out
    sign_in(page)
    banner = page.wait_for_banner("on")
    assert banner.detail == words.message("detail_on_waited")
    page.settle()
    assert_untouched(linkedin)
    page.press_banner_button(words.message("button_turn_off"))
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_wish_ends_when_the_tab_leaves_linkedin(signed_out, linkedin):
    page = signed_out
    page.browser.driver.get(ELSEWHERE)
    page.wait_until(lambda: not page.browser.extension_storage("session"), "end of the wish")
    page.wait_for_state("elsewhere")
    linkedin.signed_in = True
    page.open()
    banner = page.wait_for_banner("on")
    assert banner.detail != words.message("detail_on_waited")
    assert_untouched(linkedin)


def test_a_wish_is_forgotten_ten_minutes_later(signed_out, linkedin):
    page = signed_out
    make_older(page.browser, 11 * MINUTE)
    sign_in(page)
    banner = page.wait_for_banner("on")
    assert banner.detail != words.message("detail_on_waited")
    assert_untouched(linkedin)


def test_a_page_that_comes_after_a_minute_asks(page, browser, linkedin):
    linkedin.documents_hang = True
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.wait_until(lambda: set(browser.driver.window_handles) - before, "new tab")
    make_older(browser, 2 * MINUTE)
    linkedin.reset()
    page.go_to_new_tab(before)
    page.open()
    page.wait_for_banner("on")
    page.settle()
    assert_untouched(linkedin)


def test_offline_it_says_that_linkedin_did_not_show_it(page, browser, linkedin):
    linkedin.offline = True
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_new_tab(before)
    page.wait_for_state("unreached")
    assert page.badge == "?"


def test_a_wish_that_was_stopped_on_its_way_is_told_later(page, browser, linkedin):
    """The alarm that looks after it comes after half a minute."""
    linkedin.signed_in = False
    linkedin.document_delay = 1.5
    before = set(browser.driver.window_handles)
    ask_from(page)
    page.go_to_new_tab(before)
    wait_until_asked_for(page, linkedin)
    browser.stop_background()
    page.wait_for_state("unreached", seconds=45)
