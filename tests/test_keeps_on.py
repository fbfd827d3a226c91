"""When LinkedIn keeps it on: one try, said plainly, and never a claim of off."""

import pytest
from selenium.webdriver.common.by import By

from tests.harness import words
from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.outcome import (
    assert_one_click,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
)

FAILURES = {
    "refused with 500": (SaveScenario(status=500), PageOptions(), "refused"),
    "connection cut": (SaveScenario(cut=True), PageOptions(), "cut"),
    "accepted but not stored": (SaveScenario(stored=False), PageOptions(), "lost"),
    "flips back at once": (
        SaveScenario(),
        PageOptions(flip_back_after=300, flip_back_saves=True),
        "reverted",
    ),
    "click swallowed": (SaveScenario(), PageOptions(swallow_clicks=True), "ignored"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_it_says_that_linkedin_still_shows_it_on(page, linkedin, failure):
    linkedin.save, linkedin.page_options, reason = FAILURES[failure]
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("kept_on")
    banner = page.wait_for_banner("kept_on")
    assert banner.detail == words.message(f"detail_kept_on_{reason}")
    assert banner.buttons == ["Try once more", "Copy a report", "Not now"]
    assert page.ring
    assert "off" not in page.states
    assert linkedin.settings["allowDataForGenerativeAI"]
    assert_one_click(linkedin)


def test_one_more_click_is_one_more_try(page, linkedin):
    linkedin.save = SaveScenario(status=500)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("kept_on")
    linkedin.save = SaveScenario()
    page.click_toolbar()
    page.wait_for_state("off")
    assert [save.value for save in linkedin.saves] == [False, False]


def test_a_connection_cut_after_the_server_stored_it_is_proven_off(page, linkedin):
    """The page flips back, but what counts is what a fresh load shows after one more try."""
    linkedin.save = SaveScenario(cut=True, stored=True)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("kept_on")
    assert "off" not in page.states
    linkedin.save = SaveScenario()
    page.click_toolbar()
    page.wait_for_state("off")


def test_a_disabled_switch_is_locked_and_never_clicked(page, linkedin):
    linkedin.page_options = PageOptions(disabled=True)
    page.open()
    page.wait_for_state("locked")
    assert page.wait_for_banner("locked").buttons == ["Copy a report", "Close"]
    panel = page.open_panel()
    assert words.message("headline_locked") in panel.evaluate("document.body.innerText")
    assert words.message("by_hand_title") in panel.evaluate("document.body.innerText")
    assert_untouched(linkedin)


@pytest.mark.parametrize("kind", ["dialog", "aria-modal"])
def test_a_question_of_linkedins_is_told_and_never_answered(page, linkedin, kind):
    linkedin.page_options = PageOptions(asks=kind)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("confirming")
    assert linkedin.saves == []
    confirm_question(page)
    page.wait_for_state("off")
    assert [save.value for save in linkedin.saves] == [False]


def test_a_question_that_is_declined_leaves_it_on(page, linkedin):
    linkedin.page_options = PageOptions(asks="dialog")
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("confirming")
    confirm_question(page, yes=False)
    page.wait_for_state("kept_on")
    assert linkedin.saves == []
    assert "off" not in page.states


def confirm_question(page, *, yes=True):
    """As the member does: LinkedIn's dialog has its confirming button first."""
    buttons = page.browser.driver.find_elements(
        By.CSS_SELECTOR, "dialog[open] button, [aria-modal=true] button"
    )
    buttons[0 if yes else 1].click()


def test_a_save_that_nobody_can_see_is_proven_all_the_same(page, linkedin):
    """A frame's requests are not in our page's timing: the quiet time is waited instead."""
    linkedin.page = "framed-switch"
    linkedin.save = SaveScenario(delay=8.0)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
    [save] = linkedin.saves
    proof = [r for r in linkedin.requests if r.path == page.address][1]
    assert proof.at > save.at, "no reload while the save was in flight"
