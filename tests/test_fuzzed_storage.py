"""Whatever stands in the extension's storage, badge, banner, panel and switch work on."""

import shutil

import pytest

from tests.harness import words
from tests.harness.browsers import launch
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched
from tests.harness.panel_screen import PanelScreen
from tests.harness.screens import SettingsPage

KEYS = [
    *["record", "preferences", "policy", "record-notice", "awaits-access"],
    *["pass", "pass-tab", "unknown"],
]
JUNK = {
    "text": "{]",
    "number": 1e308,
    "nothing": None,
    "list": [[], {}, None, "on"],
    "table": {"schema": 2, "level": ["look"], "entries": {"0": None}, "at": "now", "task": {}},
    "hostile": {
        "__proto__": {"level": "look", "actsOnSight": True, "unreached": True},
        "constructor": {"prototype": {"keepsHistory": False}},
        "toString": None,
        "entries": [{"after": "off", "lastAt": -1}],
        "schema": 1,
    },
}


@pytest.fixture(params=JUNK, ids=str)
def junk(request, browser):
    """The same junk in every key that is ever written, and in one that is not."""
    for area in ("local", "session"):
        browser.put_in_storage(area, dict.fromkeys(KEYS, JUNK[request.param]))


@pytest.mark.usefixtures("junk")
def test_the_journey_from_the_panel_to_off(page, browser, linkedin):
    assert browser.extension_storage("local").keys() >= set(KEYS)
    page.open("/feed/")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert panel.headline == words.message("headline_elsewhere")
    assert panel.action == words.message("button_turn_off_ai")
    panel.press_action()
    page.wait_for_state("off")
    assert page.wait_for_banner("off")
    assert_only_the_ai_switch_went_off(linkedin)


NEVER_READ = """
const read = browser.storage.local.get.bind(browser.storage.local);
browser.storage.local.get = (keys) =>
  ['record', 'pass'].includes(keys) ? Promise.reject(new Error('damaged')) : read(keys);
"""


def test_where_the_browser_cannot_read_it_a_click_works_and_nothing_is_done_on_sight(
    browser_name, dist, linkedin, tmp_path
):
    package = shutil.copytree(dist / browser_name, tmp_path / browser_name)
    script = package / "background" / "main.js"
    script.write_text(NEVER_READ + script.read_text(encoding="utf-8"), encoding="utf-8")
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint()}
    with launch(browser_name, package=package, **start) as browser:
        browser.put_in_storage("local", {"preferences": {"actsOnSight": True}})
        page = SettingsPage(browser, linkedin)
        page.open()
        page.wait_for_state("on")
        page.settle()
        assert_untouched(linkedin)
        page.click_toolbar()
        page.wait_for_state("off")
        assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.parametrize("value", JUNK.values(), ids=JUNK)
def test_a_wish_that_became_junk_is_no_wish(page, browser, linkedin, value):
    linkedin.documents_hang = True
    browser.driver.get("data:text/html,<title>elsewhere</title>")
    before = set(browser.driver.window_handles)
    page.click_toolbar()
    PanelScreen.wait_for(browser).press_action()
    page.wait_until(lambda: browser.extension_storage("session"), "kept wish")
    kept = browser.extension_storage("session")
    browser.put_in_storage("session", dict.fromkeys(kept, value))
    linkedin.reset()
    page.go_to_new_tab(before)
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert page.state == "on"
    assert linkedin.saves == []
