"""The options and the welcome page's levels: every choice counts at once, and is kept."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.harness import words
from tests.harness.options_page import NAMES, OptionsPage
from tests.test_preferences import DEFAULTS

CHANGED = {"level": "quiet", "actsOnSight": True, "recheckDays": 90, "keepsHistory": False}
CHOSEN = DEFAULTS | CHANGED


@pytest.fixture
def options(browser):
    """The options as they are after installation, and again after the test."""
    page = OptionsPage(browser)
    page.open()
    page.reset()
    page.wait_for(**DEFAULTS)
    yield page
    page.open()
    page.reset()
    page.wait_for_status("choice_saved")


def choose(options):
    """Choose something else of each."""
    options.choose_level("quiet")
    options.wait_for_status("choice_saved")
    options.toggle("options_sight")
    options.choose_days(90)
    options.toggle("options_history")
    options.wait_for(**CHOSEN)
    options.wait_for_status("choice_saved")
    options.wait_for_stored(preferences=CHANGED)


def test_each_choice_is_saved_at_once_and_stays(options):
    assert options.values() == DEFAULTS
    choose(options)
    options.open()
    assert options.values() == CHOSEN


def test_reset_brings_the_defaults_back(options):
    choose(options)
    options.reset()
    options.wait_for(**DEFAULTS)
    options.open()
    assert options.values() == DEFAULTS


def test_without_a_policy_nothing_is_locked_and_no_organisation_named(options):
    assert options.locked() == []
    assert "organisation" not in options.text().lower()


def test_each_level_says_what_it_means(options):
    for level in ("banner", "quiet", "look"):
        assert words.message(f"level_{level}_means") in options.text()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda options: options.toggle("options_history"), "options_sight_needs_history"),
        (lambda options: options.choose_level("look"), "options_sight_not_in_look"),
    ],
)
def test_acting_on_sight_says_when_it_is_not_active(options, change, says):
    options.toggle("options_sight")
    options.wait_for_status("choice_saved")
    assert words.message(says) not in options.text()
    change(options)
    options.wait_for_text(says)
    options.toggle("options_sight")
    options.wait_for_no_text(says)


def test_what_another_page_chooses_is_shown_at_once(options, browser):
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    welcome = OptionsPage(browser)
    welcome.open("welcome/welcome.html")
    welcome.choose_level("look")
    welcome.wait_for_status("choice_saved")
    browser.driver.switch_to.window(first)
    options.wait_for(level="look")
    options.choose_level("quiet")
    options.wait_for_status("choice_saved")
    assert options.values() == DEFAULTS | {"level": "quiet"}


def test_the_welcome_page_offers_the_levels_and_says_why(options):
    options.open("welcome/welcome.html")
    assert options.level() == "banner"
    assert words.message("welcome_level") in options.text()
    assert words.message("level_look_means") in options.text()
    options.choose_level("look")
    options.wait_for_status("choice_saved")
    options.open()
    assert options.values() == DEFAULTS | {"level": "look"}


def test_the_keyboard_is_enough(options):
    options.open()
    options.focus_first()
    assert options.focused() == "level"
    options.press(Keys.ARROW_DOWN)
    options.wait_for(level="quiet")
    stops = [options.focused()]
    while options.focused() != "reset":
        options.press(Keys.TAB)
        stops.append(options.focused())
    assert stops == [*NAMES, "history.html", "reset"]
    options.press(Keys.SHIFT + Keys.TAB)
    options.press(Keys.SHIFT + Keys.TAB)
    assert options.focused() == "keepsHistory"
    options.press(Keys.SPACE)
    options.wait_for(keepsHistory=False)


@pytest.mark.parametrize(
    "stored",
    [
        "'text'",
        "[1, 2]",
        """{level: 'loud', actsOnSight: 1, recheckDays: '7', keepsHistory: null}""",
    ],
)
def test_broken_storage_shows_the_defaults_and_is_mended_by_a_choice(options, stored):
    options.store("preferences", stored)
    options.open()
    assert options.values() == DEFAULTS
    options.choose_days(7)
    options.wait_for_status("choice_saved")
    options.open()
    assert options.values() == DEFAULTS | {"recheckDays": 7}


def test_what_cannot_be_saved_is_told_and_shown_as_it_was(options):
    options.refuse_to_store()
    options.choose_level("look")
    options.wait_for_status("choice_not_saved")
    options.wait_for(level="banner")


# Each stands for a kind: no such value, no such preference, inherited by every object.
NO_CHOICES = ["'level', 'loud'", "'colour', 'blue'", "'__proto__', 'some'", "'recheckDays', '7'"]


@pytest.mark.parametrize("choice", NO_CHOICES)
def test_what_is_no_choice_is_not_saved(options, choice):
    before = options.stored()
    assert options.evaluate(f"savePreference({choice})") is False
    assert options.stored() == before
    assert options.evaluate("savePreference('level', 'look')") is True
    assert options.stored() == before | {"preferences": {"level": "look"}}


# What readPreferences finds where the storages answer so.
FOUND = """(
  browser.storage.local.get = () => %s,
  browser.storage.managed.get = () => %s,
  readPreferences()
)"""
COPY = """Promise.resolve({policy: '{"level": "quiet"}'})"""
NEVER, REFUSED = "new Promise(() => {})", "Promise.reject(new Error('no'))"


def test_nothing_waits_for_a_browser_that_keeps_a_policy_back(options):
    """As one does for seconds after its start: the copy counts."""
    found = options.evaluate(FOUND % (COPY, NEVER))
    assert found["values"] == DEFAULTS | {"level": "quiet"}
    assert found["managed"] == ["level"]


@pytest.mark.parametrize("copy", ["'{'", "{level: 'look'}", "'[1]'", "7", "null", "'null'"])
def test_a_broken_copy_of_a_policy_locks_nothing_and_is_mended(options, copy):
    options.store("policy", copy)
    options.open()
    assert options.values() == DEFAULTS
    options.wait_for_stored(policy="{}")


def test_storage_that_refuses_to_be_read_gives_the_defaults(options):
    found = options.evaluate(FOUND % (REFUSED, REFUSED))
    assert found == {"values": DEFAULTS, "managed": [], "ignored": [], "welcomes": True}
