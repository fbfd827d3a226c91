"""The scenes in LinkedIn's page: banner and ring, state by state."""

from tests.harness.history import reading, remember
from tests.harness.linkedin import SaveScenario
from tests.harness.looks.stage import LISTED, NEVER, Stage
from tests.harness.review_page import SETTINGS, ReviewPage

SLOW = SaveScenario(delay=8.0)
REFUSED = SaveScenario(status=403)
OTHER = "research"


def on(stage: Stage) -> None:
    """It is on, and can be turned off."""
    stage.begin()
    _find_on(stage)


def on_changed_back(stage: Stage) -> None:
    """It is on, and this browser saw it off before."""
    stage.begin()
    remember(stage.browser, reading("off", days_ago=45))
    _find_on(stage)


def on_look(stage: Stage) -> None:
    """Look only: Offswitch has no button that turns it off."""
    stage.begin()
    stage.store(preferences={"level": "look"})
    _find_on(stage)


def looking_asked(stage: Stage) -> None:
    """A click waits for the switch."""
    stage.begin(mount_after=NEVER)
    stage.page.open()
    stage.wait_for_badge("…")
    stage.page.click_toolbar()
    stage.wait_for_banner("looking_asked")


def cancelled(stage: Stage) -> None:
    """The click was taken back."""
    looking_asked(stage)
    stage.page.wait_a_second_click_apart()
    stage.page.click_toolbar()
    stage.wait_for_banner("cancelled")


def saving(stage: Stage) -> None:
    """The switch was clicked, and LinkedIn has not answered."""
    on(stage)
    stage.linkedin.save = SLOW
    stage.page.click_toolbar()
    stage.wait_for_banner("saving")


def confirming(stage: Stage) -> None:
    """LinkedIn asks something."""
    stage.begin(asks="dialog")
    stage.page.open()
    stage.wait_for_banner("on")
    stage.page.click_toolbar()
    stage.wait_for_banner("confirming")


def proving(stage: Stage) -> None:
    """The fresh load is there, and its switch is not."""
    on(stage)
    stage.prove()


def off(stage: Stage) -> None:
    """Turned off, and a fresh load showed it."""
    on(stage)
    stage.page.click_toolbar()
    stage.wait_for_banner("off")


def off_on_sight(stage: Stage) -> None:
    """The same without a click, where the member chose that; and announced."""
    stage.begin()
    stage.store(preferences={"actsOnSight": True})
    stage.page.open()
    stage.wait_for_banner("off")


def unproven(stage: Stage) -> None:
    """It reads off, and no fresh load has shown it."""
    off(stage)
    stage.page.flip_switch_by_hand()
    stage.wait_for_badge("ON")
    stage.page.flip_switch_by_hand()
    stage.wait_for_banner("unproven")


def kept_on(stage: Stage) -> None:
    """LinkedIn refused the change."""
    on(stage)
    stage.linkedin.save = REFUSED
    stage.page.click_toolbar()
    stage.wait_for_banner("kept_on")


def kept_on_lost(stage: Stage) -> None:
    """It read off, and on in the fresh load."""
    on(stage)
    stage.linkedin.save = SaveScenario(stored=False)
    stage.page.click_toolbar()
    stage.wait_for_banner("kept_on")


def locked(stage: Stage) -> None:
    """It is on, and cannot be used."""
    stage.begin(disabled=True)
    stage.page.open()
    stage.wait_for_banner("locked")


def unrecognised(stage: Stage) -> None:
    """Asked for, and no switch is certain."""
    _in_vain(stage, "two-unkeyed", "unrecognised")


def unavailable(stage: Stage) -> None:
    """Asked for, and the page has no switch."""
    _in_vain(stage, "setting-missing", "unavailable")


def link(stage: Stage) -> None:
    """Another page of LinkedIn's, whose link to the setting is ringed."""
    stage.begin()
    stage.page.open(LISTED)
    stage.page.wait_for_ring()


def pass_step(stage: Stage) -> None:
    """A step of a guided pass, whose page says which one it is."""
    _pass_over(stage, ["ai-training", OTHER])
    stage.wait_for_banner("saving")


def another_setting(stage: Stage) -> None:
    """Another of LinkedIn's data settings, which was asked for from the review stage.page."""
    stage.begin()
    review = ReviewPage(stage.browser)
    review.open()
    before = set(stage.browser.driver.window_handles)
    review.press_in_row(OTHER, "open")
    stage.page.go_to_new_tab(before)
    stage.wait_for_banner("other_on")


def _pass_over(stage: Stage, settings: list[str]) -> None:
    stage.begin()
    stage.linkedin.save = SLOW
    review = ReviewPage(stage.browser)
    review.open()
    for row in review.rows:
        if row.chosen != (row.id in settings):
            review.toggle(row.id)
    assert set(settings) <= SETTINGS.keys()
    before = set(stage.browser.driver.window_handles)
    review.press("start")
    stage.page.go_to_new_tab(before)


def _find_on(stage: Stage) -> None:
    stage.page.open()
    stage.wait_for_banner("on")
    stage.page.wait_for_ring()


def _in_vain(stage: Stage, form: str, state: str) -> None:
    stage.begin()
    stage.linkedin.page = form
    stage.page.open()
    stage.wait_for_badge("…")
    stage.page.click_toolbar()
    stage.wait_for_banner(state)
