"""The key that presses the toolbar button."""

import json

import pytest
from selenium.webdriver.common.keys import Keys

from tests.harness.browsers import NAMES
from tests.harness.outcome import assert_only_the_ai_switch_went_off
from tests.harness.panel_screen import PanelScreen


@pytest.mark.parametrize("target", NAMES)
def test_the_manifest_suggests_it(dist, target):
    manifest = json.loads((dist / target / "manifest.json").read_text(encoding="utf-8"))
    suggested = {"default": "Alt+Shift+O", "mac": "MacCtrl+Shift+O"}
    assert manifest["commands"] == {"_execute_action": {"suggested_key": suggested}}


def test_the_browser_takes_the_suggestion(page, browser):
    page.open("/feed/")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser).panel
    [command] = panel.evaluate("browser.commands.getAll()")
    assert (command["name"], command["shortcut"]) == ("_execute_action", "Alt+Shift+O")


def press_it(browser):
    browser.press_shortcut(Keys.ALT, Keys.SHIFT, key="o")


@pytest.mark.needs("hears_shortcuts")
def test_it_opens_the_panel(page, browser):
    page.open("/feed/")
    press_it(browser)
    assert PanelScreen.wait_for(browser).action


@pytest.mark.needs("hears_shortcuts")
def test_on_the_settings_page_it_turns_it_off(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    press_it(browser)
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
