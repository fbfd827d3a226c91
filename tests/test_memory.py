"""What this browser remembers: changed back, the member's own choice, another account."""

import pytest

from tests.harness import words
from tests.harness.history import date_of, entries, outcomes, reading, remember
from tests.harness.outcome import AI_SWITCH, assert_untouched
from tests.harness.panel_screen import PanelScreen


def opening_times(page):
    """How long the panel took, each time from its document's start until it said something (ms).

    Several times, because other processes take theirs: the fastest tells what it needs itself.
    """
    for _time in range(12):
        page.click_toolbar()
        panel = PanelScreen.wait_for(page.browser).panel
        yield panel.evaluate("performance.getEntriesByName('shown')[0].startTime")
        panel.close()


def changed_back(browser, days_ago):
    date = date_of(browser, days_ago)
    return words.message("detail_on_changed_back").replace("{date}", date)


def test_the_way_from_on_to_off_is_remembered(page, browser):
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")
    page.wait_until(lambda: len(entries(browser)) == 2, "two entries")
    assert outcomes(browser) == [("on", "linkedin-page"), ("off", "offswitch")]
    read, done = entries(browser)
    assert (done["before"], done["fresh"], read["fresh"]) == ("on", True, False)
    assert done["setting"] == AI_SWITCH
    assert browser.name.lower() in done["browser"].lower()


def test_what_is_read_twice_is_remembered_once(page, browser, linkedin):
    linkedin.settings[AI_SWITCH] = False
    for _visit in range(2):
        page.open()
        page.wait_for_state("off")
    page.wait_until(lambda: entries(browser)[0]["lastAt"] > entries(browser)[0]["at"], "later date")
    page.open("/feed/")
    page.wait_for_state("elsewhere")
    assert outcomes(browser) == [("off", "linkedin-page")]


def test_nothing_is_remembered_of_pages_that_say_nothing(page, browser):
    page.open("/mypreferences/d/categories/privacy")
    page.settle()
    page.open("/feed/")
    page.settle()
    assert entries(browser) == []


def test_without_a_history_nothing_is_kept(page, browser):
    browser.put_in_storage("local", {"preferences": {"keepsHistory": False}})
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")
    kept = browser.extension_storage("local")
    kept.pop("policy", None)  # a copy, made whenever the preferences are read
    assert kept == {"preferences": {"keepsHistory": False}}


def test_changed_back_is_said_with_the_date(page, browser, linkedin):
    remember(browser, reading("off", days_ago=200))
    page.open()
    assert page.wait_for_banner("on").detail == changed_back(browser, 200)
    assert_untouched(linkedin)


def test_it_is_said_on_the_next_visit_too(page, browser):
    remember(browser, reading("off", days_ago=200), reading("on", days_ago=100))
    page.open()
    assert page.wait_for_banner("on").detail == changed_back(browser, 200)


def test_on_that_was_never_off_is_plainly_on(page, browser):
    remember(browser, reading("on", days_ago=200), reading("unproven", days_ago=100))
    page.open()
    assert words.message("detail_on").split("”")[1] in page.wait_for_banner("on").detail


def test_the_panel_says_so_and_another_account_begins_anew(page, browser, linkedin):
    linkedin.page_options = linkedin.page_options.__class__(disabled=True)
    remember(browser, reading("off", days_ago=200))
    page.open()
    page.wait_for_state("locked")
    linkedin.page_options = linkedin.page_options.__class__()
    browser.put_in_storage("local", {"preferences": {"level": "look"}})
    page.open()
    page.wait_for_state("on_look")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert panel.detail == changed_back(browser, 200)
    changed = words.message("changed_back")
    assert changed in panel.panel.evaluate("document.body.innerText")
    panel.panel.click("#other-account")
    page.wait_until(lambda: panel.detail != changed_back(browser, 200), "another sentence")
    assert changed not in panel.panel.evaluate("document.body.innerText")


def test_the_members_own_on_is_theirs(page, browser, linkedin):
    linkedin.settings[AI_SWITCH] = False
    page.open()
    page.wait_for_state("off")
    page.flip_switch_by_hand()
    page.wait_for_state("on")
    assert page.wait_for_banner("on").detail.endswith("You turned it on.")
    page.wait_until(lambda: ("on", "member") in outcomes(browser), "entry")
    page.open()
    theirs = words.message("detail_on_theirs").replace("{date}", date_of(browser, 0))
    assert page.wait_for_banner("on").detail == theirs


def test_an_on_by_the_page_itself_is_not_theirs(page, browser, linkedin):
    linkedin.settings[AI_SWITCH] = False
    page.open()
    page.wait_for_state("off")
    browser.driver.execute_script("document.querySelector('[role=switch]').click()")
    page.wait_for_state("on")
    page.wait_until(lambda: "on" in dict(outcomes(browser)), "entry")
    assert ("on", "member") not in outcomes(browser)
    assert page.wait_for_banner("on").detail == changed_back(browser, 0)


def test_a_flip_by_hand_that_linkedin_takes_back_is_not_theirs(page, browser, linkedin):
    linkedin.page_options = linkedin.page_options.__class__(flip_back_after=4000)
    page.open()
    page.wait_for_state("on")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    page.wait_for_state("on")
    page.wait_until(lambda: len(outcomes(browser)) == 3, "three entries")
    assert outcomes(browser)[-1] == ("on", "linkedin-page")


@pytest.mark.needs("has_containers")
def test_what_one_container_showed_is_nothing_to_the_next(page, browser, linkedin):
    remember(browser, reading("off", days_ago=200))
    browser.open_container_tab(linkedin.url(page.address))
    assert "This browser saw it off" not in page.wait_for_banner("on").detail
    page.wait_until(lambda: len(entries(browser)) == 2, "entry")
    assert entries(browser)[-1]["store"] != browser.usual_store
    assert entries(browser)[-1]["before"] is None


def test_elsewhere_the_panel_says_what_was_last_read(page, browser):
    remember(browser, reading("off", days_ago=10))
    page.open("/feed/")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert panel.headline == words.message("headline_last_off")
    date = date_of(browser, 10)
    assert panel.detail == words.message("detail_last_off").replace("{date}", date)
    assert panel.action == words.message("button_check")
    panel.press_action()
    page.wait_for_state("on")
    assert page.wait_for_banner("on").detail == changed_back(browser, 10)


@pytest.mark.alone
@pytest.mark.parametrize("state", ["elsewhere", "off"])
def test_the_panel_shows_it_within_a_tenth_of_a_second(page, browser, linkedin, state):
    """Also with as much to remember as it ever keeps."""
    remember(browser, *[reading("off", days_ago=n / 10) for n in range(500, 0, -1)])
    linkedin.settings[AI_SWITCH] = False
    page.open("/feed/" if state == "elsewhere" else page.address)
    page.wait_for_state(state)
    assert any(time < 100 for time in opening_times(page))
