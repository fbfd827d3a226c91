"""The toolbar icon: which drawing a state gets, where the browser tells. Pictures show the rest."""

import pytest

from tests.harness.linkedin import SaveScenario

told = pytest.mark.needs("tells_icon")


def wait_for_icon(page, name):
    page.wait_until(lambda: page.browser.icon() == name, f"icon {name}")


@told
def test_elsewhere_it_is_the_plain_one(page):
    page.open("/feed/")
    wait_for_icon(page, "idle")


@told
def test_it_follows_the_state(page, linkedin):
    linkedin.save = SaveScenario(delay=5)
    page.open()
    page.wait_for_state("on")
    wait_for_icon(page, "on")
    page.click_toolbar()
    wait_for_icon(page, "busy")
    page.wait_for_state("off")
    wait_for_icon(page, "off")
    page.open("/feed/")
    wait_for_icon(page, "idle")


@told
def test_read_off_only_it_does_not_show_off(page):
    page.open()
    page.wait_for_state("on")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    wait_for_icon(page, "unknown")


@told
def test_it_is_the_tabs_own(page, browser):
    page.open()
    page.wait_for_state("on")
    wait_for_icon(page, "on")
    page.open_in_new_tab("/feed/")
    page.settle()
    assert browser.icon() == "idle"


def test_a_tab_that_is_gone_by_then_is_no_error(page, browser):
    """One in eight was told as one of ours (measured), whatever became of the promise."""
    home = browser.driver.current_window_handle
    for _ in range(25):
        page.open_in_new_tab()
        browser.driver.close()
        browser.driver.switch_to.window(home)
    page.settle()
    assert browser.extension_errors() == []
