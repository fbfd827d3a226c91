"""The scenes in the extension's own pages."""

import time
from itertools import cycle
from typing import Any

from build import project_version
from tests.harness.browsers import until
from tests.harness.history import DAY, reading
from tests.harness.history_page import HistoryPage
from tests.harness.looks.stage import Stage
from tests.harness.options_page import OptionsPage
from tests.harness.review_page import SETTINGS, ReviewPage, key_of
from tests.harness.rights_page import RightsPage

IDS = list(SETTINGS)
# One of each, so that every line of a report is seen: what came of it, and whether it was clicked.
OUTCOMES = [
    ("off", True),
    ("off", False),
    ("unrecognised", False),
    ("kept-on", True),
    ("unavailable", False),
    ("locked", False),
    ("unproven", True),
    ("unreached", False),
    ("on", False),
]
FIRST_ANSWER = "document.querySelector('#regions input').click()"


def welcome(stage: Stage) -> None:
    """The page after the installation."""
    stage.begin()
    OptionsPage(stage.browser).open("welcome/welcome.html")


def options(stage: Stage) -> None:
    """The options, as they are at first."""
    stage.begin()
    OptionsPage(stage.browser).open()


def review(stage: Stage) -> None:
    """The list of settings, of which three were read."""
    _review(stage, record=_record(stage))


def review_look(stage: Stage) -> None:
    """The list, where Offswitch only looks."""
    _review(stage, record=_record(stage), preferences={"level": "look"})


def review_under_way(stage: Stage) -> None:
    """The fifth step of a pass."""
    _review(stage, record=_record(stage), **{"pass": _pass(stage, done=4)})


def review_halted(stage: Stage) -> None:
    """A pass that stopped, because LinkedIn did not show a page."""
    _review(stage, **{"pass": _pass(stage, done=4, halted="unreached")})


def review_report(stage: Stage) -> None:
    """The report at the end of a pass."""
    _review(stage, record=_record(stage), **{"pass": _pass(stage, done=len(IDS))})


def history_empty(stage: Stage) -> None:
    """No history."""
    stage.begin()
    HistoryPage(stage.browser).open()


def history(stage: Stage) -> None:
    """A history of some months."""
    stage.begin()
    stage.store(record=_record(stage))
    HistoryPage(stage.browser).open()


def history_asks(stage: Stage) -> None:
    """The question before the history is cleared."""
    history(stage)
    page = HistoryPage(stage.browser)
    page.press(stage.message("history_clear"))
    until(lambda: page.shows("#ask"), "question")


def rights(stage: Stage) -> None:
    """Whom it concerns, before a region is chosen."""
    stage.begin()
    RightsPage(stage.browser).open()


def rights_answer(stage: Stage) -> None:
    """The same, with the answer for a region."""
    rights(stage)
    stage.browser.driver.execute_script(FIRST_ANSWER)
    until(lambda: RightsPage(stage.browser).answer, "answer")


def _review(stage: Stage, **stored: Any) -> None:
    stage.begin()
    page = ReviewPage(stage.browser)
    page.open()
    if "pass" in stored:
        page.store_pass(stored.pop("pass"))
    page.open(**stored)


def _record(stage: Stage) -> dict[str, Any]:
    store = {"store": stage.browser.usual_store}
    entries = [
        reading("on", days_ago=190),
        reading("off", days_ago=190, before="on", by="offswitch"),
        reading("on", days_ago=45),
        reading("kept-on", days_ago=45, before="on", by="offswitch"),
        reading("off", days_ago=3, by="offswitch"),
        reading("on", days_ago=3, setting=key_of(IDS[1]), by="member"),
        reading("unrecognised", days_ago=2, setting=key_of(IDS[2])),
    ]
    sent = {**store, "account": 0, "at": int(time.time() * 1000 - 5 * DAY)}
    major = stage.browser.driver.capabilities["browserVersion"].partition(".")[0]
    made_by = {"browser": f"{stage.browser.name.title()} {major}", "version": project_version()}
    entries = [entry | store | made_by for entry in entries]
    return {"schema": 2, "accounts": {}, "entries": entries, "objections": [sent]}


def _pass(stage: Stage, *, done: int, halted: str | None = None) -> dict[str, Any]:
    now = int(time.time() * 1000)
    steps = [
        {"setting": setting, "handedOut": number < done, "clicked": False, "outcome": None}
        | ({"outcome": outcome, "clicked": clicked} if number < done else {})
        | {"at": now if number < done else None}
        for number, (setting, (outcome, clicked)) in enumerate(
            zip(IDS, cycle(OUTCOMES), strict=False)
        )
    ]
    plain = {"schema": 1, "task": "turn-off", "store": stage.browser.usual_store}
    return plain | {"startedAt": now - 60_000, "halted": halted, "steps": steps}
