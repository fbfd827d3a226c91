"""Every state of the banner at once: drawn by the shipped scripts in a page where they do not run.

A state is what the shipped table makes of a story, a list of events, so none is shown that cannot
be. Only the browser's texts are handed to the scripts by the test, out of the package.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.harness.looks import announced, axe
from tests.harness.screens import SettingsPage

_DRAWS = Path(__file__).with_name("gallery.js")
# No script of ours runs there.
_PAGE = "/feed/"
# What the scripts ask the browser for: a message, filled in; and the background: when it was read.
_BROWSER = """
const sendMessage = async ({ at }) => localise('read_at', sayTime(at));
const browser = { runtime: { sendMessage }, i18n: { getMessage(key, values = []) {
  const { message, placeholders } = MESSAGES[key];
  const filled = message.replace(/\\$(\\w+)\\$/g, (_, name) =>
    placeholders[name.toLowerCase()].content);
  return filled.replace(/\\$(\\d)/g, (_, place) => values[place - 1]);
} } };
"""

Event = dict[str, Any]


def _page(task: str | None = None, **rest: Any) -> Event:
    due = {"task": task, "tried": False, "onSight": None, "unreached": False} | rest
    return {"type": "page", "at": 0, "due": due if task else None}


def _seen(reads: str, **rest: Any) -> Event:
    certain = {"usable": True, "fresh": True, "settled": True, "ready": True, "byMember": False}
    return {"type": "sighting", "reads": reads} | certain | rest


def _saved(status: int) -> Event:
    return {"type": "saved", "status": status}


def _click(at: int = 0) -> Event:
    return {"type": "click", "at": at, "ready": True}


def _patience_ended(*, complete: bool) -> Event:
    return {"type": "patience-ended", "complete": complete}


_QUIET = {"type": "quiet-ended"}
_ON = [_page(), _seen("on")]
_SAVING = [*_ON, _click()]
_PROVING = [_page("prove", tried=True)]
_ASKED = [_page("show")]

# Each state, step and reason that the banner speaks in.
STORIES: dict[str, list[Event]] = {
    "on": _ON,
    "on by the member": [_page(), _seen("off"), _seen("on", byMember=True)],
    "on after a sign-in": [_page("show", unreached=True), _seen("on")],
    "looking": _ASKED,
    "looking, asked": [_page(), _click()],
    "cancelled": [_page(), _click(), _click(5000)],
    "saving": _SAVING,
    "saving on sight": [_page("turn-off", onSight="member"), _seen("on")],
    "confirming": [*_SAVING, {"type": "dialog", "open": True}],
    "reloading": [*_SAVING, _seen("off"), _saved(200), _QUIET],
    "proving": _PROVING,
    "off": [*_PROVING, _seen("off")],
    "unproven": [*_PROVING, _seen("off", fresh=False)],
    "kept on, ignored": [*_SAVING, _QUIET],
    "kept on, refused": [*_SAVING, _saved(500), _QUIET],
    "kept on, cut": [*_SAVING, _saved(0), _QUIET],
    "kept on, reverted": [*_SAVING, _saved(200), _QUIET],
    "kept on, lost": [*_PROVING, _seen("on")],
    "locked": [_page(), _seen("on", usable=False)],
    "unrecognised": [*_ASKED, _patience_ended(complete=False)],
    "unavailable": [*_ASKED, _patience_ended(complete=True)],
    "gave up": [_page(), _click(), _patience_ended(complete=False)],
}

# Where something else is known too, the same states say more: (story, briefing).
TOLD_MORE: dict[str, tuple[str, dict[str, Any]]] = {
    "on, looking only": ("on", {"level": "look"}),
    "on, off before": ("on", {"memory": {"was": "off", "at": 1772527800000}}),
    "on, in a pass": ("on", {"place": {"number": 3, "of": 13}}),
    "on, another setting": ("on after a sign-in", {"main": False}),
}

SHOWN: dict[str, tuple[list[Event], dict[str, Any]]] = {
    **{name: (events, {}) for name, events in STORIES.items()},
    **{name: (STORIES[story], briefing) for name, (story, briefing) in TOLD_MORE.items()},
}


_LOOK_AT_EACH = """
const [wanted, done] = arguments;
const told = {};
(async () => {
  for (const [name, events, briefing] of wanted) {
    gallery.show(events, briefing);
    for (const motion of gallery.banner.getAnimations()) motion.finish();
    const buttons = [...gallery.banner.querySelectorAll('button')];
    const boxes = buttons.map((button) => button.getBoundingClientRect());
    told[name] = [await lookWithAxe(), boxes.map(({ width, height }) => [width, height])];
  }
})().then(() => done(told));
"""


class Shown(NamedTuple):
    """One of `SHOWN`, as it was drawn: what axe saw, and width and height of its buttons."""

    seen: axe.Seen
    buttons: list[tuple[float, float]]


class Gallery:
    """The banner in a page of LinkedIn's, in whatever state a test wants."""

    def __init__(self, page: SettingsPage, package: Path):
        """Use the built extension of this folder in this tab."""
        self.page = page
        self._package = package
        self.browser = page.browser
        self.driver = page.browser.driver

    def open(self, language: str = "en") -> None:
        """Load the page and the scripts, with our words in a language; no banner is there yet."""
        self.page.open(_PAGE)
        messages = self._package / "_locales" / language / "messages.json"
        texts = f"const MESSAGES = {messages.read_text(encoding='utf-8')};"
        sources = [path.read_text(encoding="utf-8") for path in [*self._scripts(), _DRAWS]]
        self.driver.execute_script("\n".join([texts, _BROWSER, *sources]))

    def show(self, name: str) -> None:
        """Draw one of `SHOWN`, step by step from the start of its story."""
        events, briefing = SHOWN[name]
        self.play(events, briefing)

    def play(self, events: list[Event], briefing: dict[str, Any] | None = None) -> None:
        """Draw what these events lead to, after each of them."""
        self.driver.execute_script("gallery.show(...arguments)", events, briefing or {})

    def announce(self, name: str) -> list[list[str]]:
        """Tell one of `SHOWN` from its start; what is said aloud at each of its events."""
        events, briefing = SHOWN[name]
        self.show("on")
        announced.listen(self.driver, self.host.shadow_root)
        self.driver.execute_script("gallery.forget()")
        announced.since(self.driver)

        def said_at(event: Event) -> list[str]:
            self.driver.execute_script("gallery.hear(...arguments)", event, briefing)
            return announced.since(self.driver)

        return [said_at(event) for event in events]

    def look_with_axe(self, names: Iterable[str] = SHOWN) -> dict[str, Shown]:
        """Show one after the other, and have axe look at each."""
        self.play(SHOWN["on"][0])
        axe.prepare(self.driver, self.host)
        wanted = [[name, *SHOWN[name]] for name in names]
        told = self.driver.execute_async_script(_LOOK_AT_EACH, wanted)
        return {name: Shown(axe.Seen.of(seen), *rest) for name, (seen, *rest) in told.items()}

    @property
    def host(self) -> WebElement:
        """The node that holds the banner."""
        [host] = self.page.overlay_hosts
        return host

    @property
    def buttons(self) -> list[WebElement]:
        """The banner's."""
        return self.host.shadow_root.find_elements(By.CSS_SELECTOR, "button")

    @property
    def pressed(self) -> list[str]:
        """What the buttons did so far."""
        return self.driver.execute_script("return gallery.pressed")

    def _scripts(self) -> list[Path]:
        """The content scripts, without the last one: that is the one that runs.

        And what the background writes dates and numbers with.
        """
        text = (self._package / "manifest.json").read_text(encoding="utf-8")
        [scripts] = json.loads(text)["content_scripts"]
        return [self._package / name for name in [*scripts["js"][:-1], "shared/say-date.js"]]
