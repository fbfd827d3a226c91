"""Between the click and the fresh load anything may happen: never a second click, never a lie."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.harness import words
from tests.harness.history import outcomes
from tests.harness.linkedin import SaveScenario
from tests.harness.outcome import (
    assert_one_click,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
    saved_values,
)

KEY = "allowDataForGenerativeAI"
# Until what happens meanwhile has happened, on a busy machine too.
SLOW = SaveScenario(delay=5.0)
LOST = SaveScenario(delay=5.0, stored=False)


@pytest.fixture
def newer_version(dist, browser_name, browser) -> Iterator[None]:
    """A newer version in the extension's folder."""
    manifest = dist / browser_name / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(json.dumps({**json.loads(text), "version": "9999.0"}), encoding="utf-8")
    yield
    manifest.write_text(text, encoding="utf-8")
    browser.update_extension()


@contextmanager
def disabled(browser) -> Iterator[None]:
    """The extension disabled, and enabled again at the end, whatever happens."""
    browser.disable_extension()
    try:
        yield
    finally:
        browser.enable_extension()


def start_turning_off(page, linkedin):
    """Click the toolbar button, and return when LinkedIn has been asked to save."""
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("saving")
    assert linkedin.wait_for(lambda: any(r.method == "PUT" for r in linkedin.requests))


def wait_for_saves(linkedin, count=1):
    assert linkedin.wait_for(lambda: len(linkedin.saves) == count), linkedin.saves


def loads_of(page, linkedin):
    return [request for request in linkedin.requests if request.path == page.address]


@pytest.mark.parametrize(("save", "truth"), [(SLOW, "off"), (LOST, "on")])
def test_the_tab_is_closed_while_saving(page, browser, linkedin, save, truth):
    linkedin.save = save
    page.open("/mypreferences/d/dark-mode")
    page.open_in_new_tab()
    start_turning_off(page, linkedin)
    browser.close_tab()
    wait_for_saves(linkedin)
    page.settle()
    assert page.states[-1] == "elsewhere"
    page.open_in_new_tab()
    page.wait_for_state(truth)
    assert_one_click(linkedin)
    assert saved_values(linkedin) == [(KEY, False)]


def test_the_member_leaves_while_saving(page, linkedin):
    linkedin.save = LOST
    start_turning_off(page, linkedin)
    page.open("/feed/")
    page.wait_for_state("elsewhere")
    wait_for_saves(linkedin)
    page.settle()
    assert "off" not in page.states
    assert page.states[-1] == "elsewhere"
    page.open()
    page.wait_for_state("on")
    assert_one_click(linkedin)
    assert saved_values(linkedin) == [(KEY, False)]


@pytest.mark.parametrize("next_page", ["/feed/", "/mypreferences/d/dark-mode"])
def test_the_last_word_of_a_page_is_not_left_on_the_next(page, browser, linkedin, next_page):
    """The page is gone before the background has read what it must know to draw."""
    browser.put_in_storage("local", {"preferences": {"of a later version": "a" * 4_000_000}})
    page.open()
    page.wait_for_state("on")
    browser.driver.execute_script(
        """const control = document.querySelector('[role=switch]');
           control.checked = !control.checked;
           dispatchEvent(new Event('scroll'));
           requestAnimationFrame(() => requestAnimationFrame(() => location.assign(arguments[0])));
        """,
        next_page,
    )
    page.wait_for_state("elsewhere")
    page.settle()
    assert page.states[-1] == "elsewhere"
    assert_untouched(linkedin)


def test_a_switch_that_flips_on_and_on_fills_no_history(page, browser, linkedin):
    page.open()
    page.wait_for_state("on")
    began = time.monotonic()
    browser.driver.execute_script(
        """const control = document.querySelector('[role=switch]');
           const flips = setInterval(() => {
             control.checked = !control.checked;
             dispatchEvent(new Event('scroll'));
           }, 4);
           setTimeout(() => {
             clearInterval(flips);
             control.checked = false;
             dispatchEvent(new Event('scroll'));
             document.title = 'still';
           }, 4000);"""
    )
    page.wait_until(lambda: browser.driver.title == "still", "end of the flips")
    seconds = time.monotonic() - began
    page.wait_for_state("unproven")
    page.settle()
    assert page.states[-1] == "unproven"
    kept = outcomes(browser)
    assert 2 < len(kept) <= 3 * (seconds + 1), "three in a second"
    assert kept[-1] == ("unproven", "linkedin-page")
    assert_untouched(linkedin)


FLIPS = """
    document.querySelector('[role=switch]').checked ^= true;
    dispatchEvent(new Event('scroll'));"""
ASKS = f"import('/static/settings-api.js').then((api) => api.readSetting('{KEY}'));"
NEVER_ANSWERED = SaveScenario(delay=60.0)


@pytest.mark.parametrize(
    ("does", "save"), [(FLIPS, SaveScenario()), (FLIPS, NEVER_ANSWERED), (ASKS, SaveScenario())]
)
def test_a_page_that_never_comes_to_rest_does_not_hold_it_up(page, linkedin, does, save):
    linkedin.save = save
    page.open()
    page.wait_for_state("on")
    page.browser.driver.execute_script(
        f"document.addEventListener('change', () => setInterval(() => {{ {does} }}, 300))"
    )
    page.click_toolbar()
    page.wait_for_state("saving")
    # Flips end it with either reading, and may go on where no fresh load came.
    page.wait_for_state("proving", "off", "kept_on", "on", "unproven", seconds=40)
    assert_one_click(linkedin)


@pytest.mark.parametrize(
    ("moment", "save", "truth"),
    [("while saving", LOST, ("on", "kept_on")), ("after the save", SLOW, ("off", "unproven"))],
)
def test_the_browser_is_offline(page, browser, linkedin, moment, save, truth):
    """The browser's own error page stands there: nothing is claimed, and a step is left."""
    linkedin.save = save
    start_turning_off(page, linkedin)
    if moment == "after the save":
        linkedin.document_delay = 3.0
        wait_for_saves(linkedin)
    with browser.offline():
        page.wait_for_state("elsewhere")
        page.settle()
        assert page.states[-1] == "elsewhere"
        panel = page.open_panel()
        label = panel.evaluate("document.getElementById('action').textContent")
        assert label == words.message("button_reload_and_turn_off")
        panel.close()
    linkedin.document_delay = 0.0
    wait_for_saves(linkedin)
    assert "off" not in page.states
    browser.driver.refresh()
    page.wait_for_state(*truth)
    page.open()
    page.wait_for_state(truth[0])
    assert_one_click(linkedin)
    assert saved_values(linkedin) == [(KEY, False)]


def test_the_member_turns_it_on_and_off_again_while_saving(page, linkedin):
    linkedin.save = SLOW
    start_turning_off(page, linkedin)
    page.flip_switch_by_hand()
    # One after the other, as a person does: else they race each other to LinkedIn.
    assert linkedin.wait_for(lambda: [r.method for r in linkedin.requests].count("PUT") == 2)
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    assert linkedin.wait_for(lambda: len(linkedin.saves) == 3)
    page.click_toolbar()
    page.wait_for_state("off")
    assert saved_values(linkedin) == [(KEY, False), (KEY, True), (KEY, False)]
    assert_one_click(linkedin)


@pytest.mark.usefixtures("newer_version")
def test_an_update_while_saving(page, browser, linkedin):
    linkedin.save = SLOW
    start_turning_off(page, linkedin)
    browser.update_extension()
    page.wait_for_state("elsewhere", "unproven")
    page.wait_until(lambda: page.overlay_nodes == 0, "end of the old overlay")
    wait_for_saves(linkedin)
    page.settle()
    assert page.overlay_nodes == 0
    assert "off" not in page.states
    assert len(loads_of(page, linkedin)) == 1
    assert_only_the_ai_switch_went_off(linkedin)
    page.click_toolbar_of_an_old_page()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.usefixtures("newer_version")
def test_an_update_while_the_banner_is_shown(page, browser, linkedin):
    """One browser starts the new script in the page, the other leaves the page to itself."""
    page.open()
    page.wait_for_banner("on")
    browser.update_extension()
    page.wait_for_state("elsewhere", "on")
    drawn = {"elsewhere": 0, "on": 1}
    page.wait_until(lambda: page.overlay_nodes == drawn[page.state], "end of the old overlay")
    page.settle()
    assert page.overlay_nodes == drawn[page.state]
    assert_untouched(linkedin)
    page.click_toolbar_of_an_old_page()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
    assert browser.tab_urls() == [linkedin.url(page.address)], "no welcome page after an update"


def test_disabled_while_saving(page, browser, linkedin):
    linkedin.save = LOST
    start_turning_off(page, linkedin)
    with disabled(browser):
        wait_for_saves(linkedin)
        assert not linkedin.wait_for(lambda: len(loads_of(page, linkedin)) > 1, 3)
    page.settle()
    assert page.overlay_nodes <= 1
    assert "off" not in page.states
    assert_one_click(linkedin)
    page.open()
    page.wait_for_state("on")
    assert saved_values(linkedin) == [(KEY, False)]


def test_disabled_while_the_banner_is_shown(page, browser, linkedin):
    page.open()
    page.wait_for_banner("on")
    with disabled(browser):
        assert not linkedin.wait_for(lambda: linkedin.touches, 3)
    page.settle()
    assert page.overlay_nodes <= 1
    assert_untouched(linkedin)
    page.click_toolbar_of_an_old_page()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.parametrize("moment", ["while saving", "after the save", "while loading"])
def test_the_background_is_stopped(page, browser, linkedin, moment):
    linkedin.save = SaveScenario(delay=1.0)
    start_turning_off(page, linkedin)
    linkedin.document_delay = 1.0
    if moment != "while saving":
        wait_for_saves(linkedin)
    if moment == "while loading":
        assert linkedin.wait_for(lambda: len(loads_of(page, linkedin)) == 2)
    browser.stop_background()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_a_duplicated_tab_is_proven_by_a_click(page, browser, linkedin):
    linkedin.settings[KEY] = False
    page.open()
    page.wait_for_state("off")
    page.states.clear()
    browser.duplicate_tab()
    page.wait_for_state("unproven")
    page.settle()
    assert "off" not in page.states
    page.click_toolbar()
    page.wait_for_state("off")
    assert_untouched(linkedin)


def test_the_button_is_clicked_again_and_again(page, linkedin):
    linkedin.save = SaveScenario(delay=8.0)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar(times=4)
    page.wait_for_state("saving")
    told = []
    for _click in range(2):  # they end long before the save does
        page.wait_a_second_click_apart()
        panel = page.open_panel()
        told.append(panel.evaluate("document.getElementById('headline').textContent"))
        panel.close()
    assert told == [words.message("headline_saving")] * 2
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
