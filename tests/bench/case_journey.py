"""The journey: from the click on the toolbar button to the fresh load that shows it off."""

import time

from tests.harness.browsers import until
from tests.harness.linkedin import SETTING_KEY, SaveScenario
from tests.harness.panel_screen import PanelScreen
from tests.harness.screens import SettingsPage

from .contenders import OTHER, Contenders
from .pages import FEED_PATH
from .results import OURS, Results

DELAY = 0.2  # seconds in which the network answers for a document, and for a save
AT_PAGE, FROM_FEED = "on the setting's page", "from the feed"

# By LinkedIn's menus, counted, not timed; its settings app goes from page to page without a load.
# "Me", "Settings & Privacy", "Data privacy", the setting's row, the switch; then a reload to see.
BY_HAND = {"clicks": 6, "loads": 2}


def play(contenders: Contenders, results: Results, number: int) -> None:  # noqa: ARG001
    """One round: both journeys in both browsers."""
    results.facts["journey"] = {"delay": DELAY * 1000, "by hand": BY_HAND}
    for name in (OURS, OTHER):
        for scene in (AT_PAGE, FROM_FEED):
            results.note("journey", scene, name, _travel(contenders, name, scene))


def _travel(contenders: Contenders, name: str, scene: str) -> dict[str, float]:
    linkedin, browser = contenders.linkedin, contenders.browser(name)
    linkedin.reset()
    browser.clear_storage("local")  # what was read before decides what the panel offers
    linkedin.document_delay, linkedin.save = DELAY, SaveScenario(delay=DELAY)
    page = SettingsPage(browser, linkedin)
    home = browser.driver.current_window_handle
    page.open_in_new_tab(FEED_PATH if scene == FROM_FEED else None)
    if scene == AT_PAGE:
        page.wait_for_state("on")
    before = len(linkedin.shown)
    clicks = 1
    started = time.monotonic()
    page.click_toolbar()
    if scene == FROM_FEED:
        PanelScreen.wait_for(browser).press_action()
        clicks += 1
    until(lambda: browser.badge() == "OFF", "proof")
    total = (time.monotonic() - started) * 1000
    loads, saves = len(linkedin.shown) - before, len(linkedin.saves)
    if linkedin.settings[SETTING_KEY] or saves != 1:
        raise RuntimeError(f"it is said to be off after {saves} saves, and is not")
    browser.driver.close()
    browser.driver.switch_to.window(home)
    linkedin.reset()
    browser.clear_storage("local")  # what follows measures a member who is new to it
    network = (loads + saves) * DELAY * 1000
    return {"total": total, "network": network, "loads": loads, "clicks": clicks, "saves": saves}
