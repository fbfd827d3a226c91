"""Our own pages in their main states: what axe finds."""

import re

import pytest

from tests.harness.looks import axe
from tests.harness.looks.our_pages import SCENES

RIGHT_TO_LEFT = "document.documentElement.dir = 'rtl'"
ARABIC = re.compile("[\u0600-\u06ff]")
SPOKEN = "return [document.documentElement.lang, document.documentElement.dir]"


def found_now(driver):
    seen = axe.look(driver)
    assert seen.passed("color-contrast"), "axe saw words"
    return seen.findings


@pytest.mark.parametrize("name", SCENES)
def test_axe_finds_nothing(browser, name):
    """Light and dark, in both directions, and at 320 px."""
    SCENES[name].open(browser)
    found = {}
    for scheme in ("light", "dark"):
        browser.show_as(dark=scheme == "dark")
        found[scheme] = found_now(browser.driver)
    browser.driver.execute_script(RIGHT_TO_LEFT)
    found["rtl"] = found_now(browser.driver)
    with browser.page_of(320, 800):
        found["narrow"] = found_now(browser.driver)
    assert {how: what for how, what in found.items() if what} == {}


def test_axe_finds_nothing_in_arabic(browser_in):
    """Our words as they are there, and not only their direction."""
    browser = browser_in("ar")
    found = {}
    for name, scene in SCENES.items():
        scene.open(browser)
        assert browser.driver.execute_script(SPOKEN) == ["ar", "rtl"]
        seen = axe.look(browser.driver)
        assert any(ARABIC.search(html) for _, html, _ in seen.passes), (name, "axe saw our words")
        found[name] = seen.findings
    assert {name: what for name, what in found.items() if what} == {}
