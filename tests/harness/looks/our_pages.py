"""Our own pages in their main states, made by what is stored, or by the page's own functions."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from selenium.webdriver.common.by import By

from builder.catalogue import load_catalogue
from tests.harness.browsers import Browser, until
from tests.harness.history import reading

_SETTINGS = [setting.id for setting in load_catalogue().settings]
_KEYS = {setting.id: setting.keys[0].key for setting in load_catalogue().settings}
_THEN = int(datetime(2026, 3, 3, 9, 30, tzinfo=UTC).timestamp() * 1000)

# What the tests put into a store becomes what the browser calls it.
_USUAL = "usual"


@dataclass(frozen=True)
class Scene:
    """A page in one state.

    Attributes:
        page: its name.
        shows: what is visible in that state, and in no other of that page.
        local: what is in the extension's storage.
        does: what is done to get there: a script in the page, which may wait.
    """

    page: str
    shows: str
    local: dict[str, Any] = field(default_factory=dict)
    does: str = ""

    def open(self, browser: Browser) -> None:
        """Go there, in the driver's tab."""
        browser.clear_storage("local")
        # With the copy of the policy, or the background would put it there in its own time.
        kept = {"policy": "{}"} | _in_store(self.local, browser.usual_store)
        browser.put_in_storage("local", kept)
        # A pass that is between two pages, for ever.
        tab = {"tabId": None, "reviewId": -1, "begun": "", "nextAt": 8.64e15}
        browser.put_in_storage("session", {"pass-tab": tab})
        browser.open_extension_page(f"{self.page}/{self.page}.html")
        _DRAWN.get(self.page, _until_text)(browser)
        browser.driver.execute_async_script(
            f"const done = arguments[0]; (async () => {{ {self.does} }})().then(done);"
        )
        until(lambda: _is_shown(browser, self.shows), f"{self.page} with {self.shows}")


def _in_store(value: Any, store: str) -> Any:
    if isinstance(value, dict):
        return {key: _in_store(one, store) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_store(one, store) for one in value]
    return store if value == _USUAL else value


def _is_shown(browser: Browser, css: str) -> bool:
    return any(one.is_displayed() for one in browser.driver.find_elements(By.CSS_SELECTOR, css))


def _until_text(browser: Browser) -> None:
    until(lambda: browser.driver.find_element(By.TAG_NAME, "h1").text, "heading")


def _until_panel_is_drawn(browser: Browser) -> None:
    # It draws what is remembered, and once more when it knows that the tab has nothing to say.
    marks = "return performance.getEntriesByName('shown').length > 1"
    until(lambda: browser.driver.execute_script(marks), "panel")


_DRAWN = {"panel": _until_panel_is_drawn}


def _record(*entries: dict[str, Any], **rest: Any) -> dict[str, Any]:
    plain = {"schema": 2, "accounts": {}, "entries": list(entries), "objections": []}
    return {"record": plain | rest}


def _step(setting: str, outcome: str | None = None, **rest: Any) -> dict[str, Any]:
    plain = {"handedOut": outcome is not None, "clicked": False}
    at = _THEN if outcome else None
    return {"setting": setting, "outcome": outcome, "at": at} | plain | rest


def _pass(*steps: dict[str, Any], halted: str | None = None) -> dict[str, Any]:
    plain = {"schema": 1, "task": "turn-off", "store": _USUAL, "startedAt": _THEN}
    return {"pass": plain | {"steps": list(steps), "halted": halted}}


def _panel(
    name: str,
    shows: str = "#headline",
    does: str = "",
    off_before: int | None = None,
    **state: Any,
) -> Scene:
    """The panel as it shows a state of the tab's page, seen off before at a time (ms) or never."""
    memory = f"{{ was: 'off', day: writeDate({off_before}) }}" if off_before else "null"
    briefing = f"{{ level: 'banner', memory: {memory}, main: true, place: null }}"
    plain = {"step": None, "reason": None, "reads": None, "tried": False, "askedAt": None}
    asked = {"asked": True, "dismissed": False, "onSight": None}
    given = f"{{ tab: {{ id: -1 }}, briefing: {briefing} }}"
    shown = _js({"name": name} | plain | asked | state)
    return Scene("panel", shows, does=f"showState({given}, {shown}); {does}")


def _js(value: Any) -> str:
    return json.dumps(value)


_OFF = reading("off", days_ago=60, store=_USUAL)
_ON = reading("on", days_ago=90, store=_USUAL)
_KNOWN = [
    reading(after, days_ago=3, store=_USUAL, setting=_KEYS[name])
    for name, after in zip(_SETTINGS, ("on", "off", "unproven", "kept-on"), strict=False)
]
_UNDER_WAY = [_step(_SETTINGS[0], "off", clicked=True), *map(_step, _SETTINGS[1:])]
_OUTCOMES = ["off", "kept-on", "locked", "unproven", "unrecognised", "unreached", "unavailable"]
_ENDED = [
    _step(name, outcome, clicked=outcome == "off")
    for name, outcome in zip(_SETTINGS, _OUTCOMES, strict=False)
]
# As if the tab's page had answered with its report, opened.
_REPORT = """await offerReport(-1, false);
const [report, text, details] = ['report', 'report-text', 'report-details']
  .map((id) => document.getElementById(id));
text.textContent = 'x\\n'.repeat(40);
report.hidden = false;
details.open = true;"""

SCENES: dict[str, Scene] = {
    "welcome": Scene("welcome", "#check"),
    "options": Scene("options", "#reset"),
    "options, saved": Scene(
        "options", ".saved:not(:empty)", does="document.querySelector('[value=quiet]').click();"
    ),
    "history, empty": Scene("history", "#empty"),
    "history, entries": Scene("history", "#lines li.status", _record(_ON, _OFF)),
    "history, set aside": Scene("history", "#set-aside", {"record": "broken"}),
    "history, question": Scene(
        "history", "#ask", _record(_ON, _OFF), does="document.getElementById('clear').click();"
    ),
    "rights": Scene("rights", "#regions"),
    "rights, region": Scene(
        "rights", "#answer p", does="document.querySelector('#regions input').click();"
    ),
    "rights, sent": Scene(
        "rights",
        "#sent-list li",
        _record(objections=[{"store": _USUAL, "account": 0, "at": _THEN}]),
    ),
    "review": Scene("review", "#start", _record(*_KNOWN)),
    "review, look only": Scene("review", "#look", {"preferences": {"level": "look"}}),
    "review, under way": Scene("review", "#pause", _pass(*_UNDER_WAY)),
    "review, halted": Scene("review", "#resume", _pass(*_UNDER_WAY, halted="left")),
    "review, report": Scene("review", "#report", _pass(*_ENDED, halted="stopped")),
    "panel, nothing known": Scene("panel", "#action"),
    "panel, last read off": Scene("panel", "#reminder", _record(_OFF)),
    "panel, no access": Scene("panel", "#action", does="show(planAccess('banner'), 'elsewhere');"),
    "panel, on again": _panel("on", "#changed-back", off_before=_THEN),
    "panel, on sight": _panel(
        "turning-off", "#announcement", step="saving", tried=True, onSight="member"
    ),
    "panel, off": _panel("off"),
    "panel, kept on": _panel(
        "kept-on",
        "#report",
        _REPORT,
        reason="refused",
    ),
    "panel, unavailable": _panel("unavailable", "#by-hand"),
}
