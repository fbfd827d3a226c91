"""Whoever asks the system for more contrast gets it: words and edges stand out more than else."""

import pytest
from selenium.webdriver.common.by import By

from tests.harness.linkedin import PageOptions
from tests.harness.looks.contrast import colours_of, more_contrast
from tests.harness.looks.our_pages import SCENES
from tests.test_contrast import contrast

TEXT, EDGE = "color", "borderTopColor"
ENHANCED = 7  # WCAG 2.2, 1.4.6

BANNER = {".banner": EDGE, "[role=status] span": TEXT, "small": TEXT, ".plain": EDGE}
PAGES = {
    "panel, kept on": {"#detail": TEXT, "#rest": EDGE, "#rest a": TEXT, ".box": EDGE},
    "options": {"fieldset": EDGE, ".choice small": TEXT, "#reset": EDGE},
}


def measured(driver, root, parts):
    """How much each part stands out from what is behind it."""
    found = {css: root.find_element(By.CSS_SELECTOR, css) for css in parts}
    return {css: contrast(*colours_of(driver, found[css], parts[css])) for css in parts}


def assert_more(before, now):
    assert {css: (before[css], now[css]) for css in now if now[css] <= before[css]} == {}
    assert min(now.values()) >= ENHANCED, now


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_banner(page, linkedin, scheme):
    linkedin.page_options = PageOptions(dark=scheme == "dark")
    page.open()
    page.wait_for_banner("on")
    [host] = page.overlay_hosts
    driver = page.browser.driver
    before = measured(driver, host.shadow_root, BANNER)
    with more_contrast(page.browser):
        assert_more(before, measured(driver, host.shadow_root, BANNER))
    assert measured(driver, host.shadow_root, BANNER) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_on_our_pages(browser, name, scheme):
    SCENES[name].open(browser)
    dark, driver = scheme == "dark", browser.driver
    browser.show_as(dark=dark)
    before = measured(driver, driver, PAGES[name])
    with more_contrast(browser, dark=dark):
        assert_more(before, measured(driver, driver, PAGES[name]))
