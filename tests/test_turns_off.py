"""One click, one save, and a freshly loaded page that shows it off.

On every other form of the page: tests/truth/.
"""

from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched


def turn_off_by_toolbar(page):
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")


def test_one_toolbar_click_turns_it_off(page, linkedin):
    page.open()
    page.wait_for_state("on")
    assert page.wait_for_banner("on").buttons == ["Turn off", "Not now"]
    turn_off_by_toolbar(page)
    assert_only_the_ai_switch_went_off(linkedin)
    assert page.wait_for_banner("off").buttons == ["Close"]
    assert page.states[-3:] == ["saving", "proving", "off"] or "elsewhere" in page.states


def test_the_banner_turns_it_off_as_well(page, linkedin):
    page.open()
    page.wait_for_banner("on")
    page.press_banner_button("Turn off")
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_the_proof_load_asks_past_every_cache(page, linkedin):
    page.open()
    turn_off_by_toolbar(page)
    loads = [r for r in linkedin.requests if r.path == page.address]
    assert len(loads) == 2
    assert loads[1].headers["Cache-Control"] == "no-cache"


def test_a_slow_save_is_waited_for(page, linkedin):
    linkedin.save = SaveScenario(delay=3.0)
    page.open()
    turn_off_by_toolbar(page)
    assert_only_the_ai_switch_went_off(linkedin)
    [save] = linkedin.saves
    proof = [r for r in linkedin.requests if r.path == page.address][1]
    assert proof.at > save.at


def test_a_double_click_makes_one_save(page, linkedin):
    page.open()
    page.wait_for_state("on")
    page.click_toolbar(times=2)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_click_with_the_background_stopped_counts(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    browser.stop_background()
    turn_off_by_toolbar(page)
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_click_before_the_switch_is_there_is_remembered(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=9000)
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar()
    page.wait_for_state("looking_asked")
    assert page.wait_for_banner("looking_asked").buttons == ["Cancel"]
    linkedin.page_options = PageOptions()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_double_click_before_the_switch_is_there_is_one(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=9000)
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar(times=2)
    page.wait_for_state("looking_asked")
    linkedin.page_options = PageOptions()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_click_that_waits_can_be_taken_back(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=9000)
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar()
    page.wait_for_banner("looking_asked")
    page.press_banner_button("Cancel")
    page.wait_for_state("on")
    assert_untouched(linkedin)


def test_a_second_tab_is_left_alone(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    first = browser.driver.current_window_handle
    page.open_in_new_tab()
    turn_off_by_toolbar(page)
    page.go_to_tab(first)
    page.wait_for_state("on")
    page.settle()
    assert page.state == "on"
    assert_only_the_ai_switch_went_off(linkedin)
