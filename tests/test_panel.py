"""The panel and the welcome page: what they say, and the one button that does the next thing."""

import pytest

from tests.harness import words
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched


def text_of(panel):
    return panel.evaluate("document.body.innerText")


def test_from_the_feed_two_clicks_turn_it_off(page, browser, linkedin):
    page.open("/feed/")
    page.open_panel().click("#action")
    page.wait_for_state("off")
    assert page.wait_for_banner("off")
    assert_only_the_ai_switch_went_off(linkedin)
    assert [url for url in browser.tab_urls() if "linkedin" in url] == [
        linkedin.url(page.address)
    ], "the tab of LinkedIn's went there itself"


def test_from_a_page_off_linkedin_a_new_tab_turns_it_off(page, browser, linkedin):
    browser.driver.get("data:text/html,<title>elsewhere</title>")
    before = set(browser.driver.window_handles)
    page.open_panel().click("#action")
    page.go_to_new_tab(before)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_double_click_opens_one_panel(page, linkedin):
    page.open("/feed/")
    page.click_toolbar(times=2)
    panel = page.browser.panel()
    page.wait_until(lambda: panel.evaluate("document.body.dataset.tone"), "text in the panel")
    assert words.message("headline_elsewhere") in text_of(panel)
    assert_untouched(linkedin)


def test_off_it_offers_to_check_again(page, linkedin):
    linkedin.settings["allowDataForGenerativeAI"] = False
    page.open()
    page.wait_for_state("off")
    panel = page.open_panel()
    assert words.message("headline_off") in text_of(panel)
    linkedin.settings["allowDataForGenerativeAI"] = True
    panel.click("#action")
    page.wait_for_state("on")
    assert_untouched(linkedin)


def test_it_claims_nothing_of_a_page_that_is_gone(page, linkedin):
    linkedin.settings["allowDataForGenerativeAI"] = False
    page.open()
    page.wait_for_state("off")
    panel = page.open_panel()
    linkedin.signed_in = False
    panel.click("#action")
    said = words.message("headline_off")
    page.wait_until(lambda: "/uas/login" in page.browser.driver.current_url, "sign-in page")
    page.wait_until(lambda: said not in text_of(panel), "end of the claim")
    assert not panel.evaluate("document.getElementById('action').disabled")


def test_while_it_is_being_turned_off_a_click_shows_the_progress(page, linkedin):
    linkedin.page_options = linkedin.page_options.__class__(swallow_clicks=True)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("saving")
    page.wait_a_second_click_apart()
    assert words.message("headline_saving") in text_of(page.open_panel())
    page.wait_for_state("kept_on")
    assert len([touch for touch in linkedin.touches if not touch.trusted]) == 1


def test_the_keyboard_is_enough(page, linkedin):
    page.open("/feed/")
    panel = page.open_panel()
    panel.press("Tab")
    if panel.evaluate("document.activeElement === document.body"):
        panel.press("Tab")  # one browser stops at the popup itself first
    assert panel.evaluate("document.activeElement.id") == "action"
    panel.press("Enter")
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_tab_goes_through_the_panel_in_reading_order(page):
    page.open("/feed/")
    panel = page.open_panel()
    order = []
    for _ in range(6):
        panel.press("Tab")
        order.append(panel.evaluate("document.activeElement.textContent.trim()"))
    wanted = [
        words.message(name)
        for name in ("button_turn_off_ai", "link_review", "link_history", "link_options")
    ]
    # One browser stops at the popup itself first; after the last it begins anew.
    at = order.index(wanted[0])
    assert at <= 1
    assert order[at : at + 4] == wanted


def test_the_welcome_page_says_what_is_read_and_leads_to_the_setting(page, browser):
    browser.open_extension_page("welcome/welcome.html")
    body = browser.driver.find_element("tag name", "body").text
    assert words.message("welcome_promise") in body
    assert words.message("welcome_pin") in body
    browser.driver.find_element("id", "check").click()
    page.wait_for_banner("on")


PAGES = [
    f"{name}/{name}.html" for name in ("history", "options", "panel", "review", "rights", "welcome")
]


@pytest.mark.parametrize("path", PAGES)
def test_every_text_of_a_page_is_there(browser, path):
    browser.open_extension_page(path)
    empty = browser.driver.execute_script(
        """return [...document.querySelectorAll('[data-i18n]')]
             .filter((element) => !element.textContent).map((element) => element.dataset.i18n)"""
    )
    assert empty == []
