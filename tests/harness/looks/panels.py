"""The scenes in the panel, state by state.

Where a click on the toolbar button acts instead of opening the panel, it was opened on the page
before, and left open.
"""

from tests.harness.history import reading, remember
from tests.harness.looks.banners import REFUSED, SLOW
from tests.harness.looks.stage import NEVER, Stage

FEED = "/feed/"
FLIP = "document.querySelector('[role=switch]').click()"


def elsewhere(stage: Stage) -> None:
    """Anywhere, and nothing was ever read."""
    _leave_open(stage)


def known_off(stage: Stage) -> None:
    """Anywhere, and it was read off three days ago."""
    _remembering(stage, reading("off", days_ago=3))


def known_on(stage: Stage) -> None:
    """Anywhere, and it was read on three days ago."""
    _remembering(stage, reading("on", days_ago=3))


def recheck(stage: Stage) -> None:
    """Anywhere, and it was not read for a long time."""
    _remembering(stage, reading("off", days_ago=45))
    stage.wait_for_badge("?")


def look(stage: Stage) -> None:
    """Anywhere, where Offswitch only looks."""
    stage.begin()
    stage.store(preferences={"level": "look"})
    _click_at_feed(stage)


def looking(stage: Stage) -> None:
    """The setting's page, and no switch yet."""
    _leave_open(stage, mount_after=NEVER)
    stage.page.open()
    stage.wait_for_panel("looking")


def on(stage: Stage) -> None:
    """It is on."""
    _leave_open(stage)
    stage.page.open()
    stage.wait_for_panel("on")


def on_changed_back(stage: Stage) -> None:
    """It is on, and this browser saw it off before."""
    _remembering(stage, reading("off", days_ago=45))
    stage.page.open()
    stage.wait_for_panel("on")


def saving(stage: Stage) -> None:
    """The switch was clicked, and LinkedIn has not answered."""
    on(stage)
    stage.linkedin.save = SLOW
    stage.browser.panel().click("#action")
    stage.wait_for_panel("saving")


def confirming(stage: Stage) -> None:
    """LinkedIn asks something."""
    _leave_open(stage, asks="dialog")
    stage.page.open()
    stage.wait_for_panel("on")
    stage.browser.panel().click("#action")
    stage.wait_for_panel("confirming")


def proving(stage: Stage) -> None:
    """The fresh load is there, and its switch is not."""
    on(stage)
    stage.set_linkedin(mount_after=NEVER)
    stage.browser.panel().click("#action")
    stage.wait_for_fresh_load()
    stage.wait_for_panel("proving")


def off(stage: Stage) -> None:
    """A fresh load showed it off."""
    on(stage)
    stage.browser.panel().click("#action")
    stage.wait_for_panel("off")


def unproven(stage: Stage) -> None:
    """It reads off, and no fresh load has shown it."""
    on(stage)
    # A click by hand would close the panel.
    stage.browser.driver.execute_script(FLIP)
    stage.wait_for_panel("unproven")


def kept_on(stage: Stage) -> None:
    """LinkedIn refused the change."""
    on(stage)
    stage.linkedin.save = REFUSED
    stage.browser.panel().click("#action")
    stage.wait_for_panel("kept_on")


def locked(stage: Stage) -> None:
    """It is on, and cannot be used."""
    _arrive(stage, "locked", disabled=True)


def unrecognised(stage: Stage) -> None:
    """No switch is certain."""
    _arrive(stage, "unrecognised", form="two-unkeyed")


def unavailable(stage: Stage) -> None:
    """The page has no switch."""
    _arrive(stage, "unavailable", form="setting-missing")


def unreached(stage: Stage) -> None:
    """The tab was sent to the setting, and LinkedIn wants a sign-in first."""
    _leave_open(stage)
    stage.linkedin.signed_in = False
    stage.browser.panel().click("#action")
    stage.wait_for_badge("?")
    stage.open_panel("unreached")


def no_access(stage: Stage) -> None:
    """The browser does not let Offswitch run on LinkedIn."""
    stage.begin()
    stage.revoke_site_access()
    _click_at_feed(stage, "no_access")


def _click_at_feed(stage: Stage, state: str | None = None) -> None:
    stage.page.open(FEED)
    stage.open_panel(state)


def _leave_open(stage: Stage, **options: object) -> None:
    stage.begin(**options)
    _click_at_feed(stage, "elsewhere")


def _remembering(stage: Stage, *entries: dict) -> None:
    stage.begin()
    remember(stage.browser, *entries)
    _click_at_feed(stage)


def _arrive(stage: Stage, state: str, form: str = "", **options: object) -> None:
    _leave_open(stage, **options)
    if form:
        stage.linkedin.page = form
    stage.page.open()
    stage.wait_for_panel(state)
