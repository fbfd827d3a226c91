"""The toolbar button as the browser really draws it, state by state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.harness.history import reading, remember
from tests.harness.looks.compare import distance
from tests.harness.looks.panels import FLIP
from tests.harness.looks.parts import still
from tests.harness.looks.stage import NEVER, Stage
from tests.harness.outcome import AI_SWITCH

FEED = "/feed/"
STILL = 5  # pictures: a browser draws its toolbar some time after it says that it has a badge
SEEN = 48  # of 255: that far apart a person sees two pixels as different

_WRITE = """const [text, done] = arguments;
browser.tabs.getCurrent().then(({id: tabId}) => Promise.all([
  browser.action.setBadgeText({tabId, text}),
  browser.action.setBadgeBackgroundColor({tabId, color: '#1b6b3a'}),
  browser.action.setBadgeTextColor({tabId, color: '#ffffff'}),
])).then(() => done());"""


def _elsewhere(stage: Stage) -> None:
    stage.begin()
    stage.page.open(FEED)
    stage.wait_for_badge("")


def _looking(stage: Stage) -> None:
    stage.begin(mount_after=NEVER)
    stage.page.open()
    stage.wait_for_badge("…")


def _on(stage: Stage) -> None:
    stage.begin()
    stage.page.open()
    stage.wait_for_badge("ON")


def _off(stage: Stage) -> None:
    stage.begin()
    stage.linkedin.settings[AI_SWITCH] = False
    stage.page.open()
    stage.wait_for_badge("OFF")


def _unproven(stage: Stage) -> None:
    _on(stage)
    stage.browser.driver.execute_script(FLIP)
    stage.wait_for_badge("?")


def _recheck(stage: Stage) -> None:
    stage.begin()
    remember(stage.browser, reading("off", days_ago=45))
    stage.page.open(FEED)
    stage.wait_for_badge("?")


STATES: dict[str, Callable[[Stage], None]] = {
    "elsewhere": _elsewhere,
    "looking": _looking,
    "on": _on,
    "off": _off,
    "unproven": _unproven,
    "recheck": _recheck,
}


@dataclass
class ToolbarButton:
    """The button of a browser that draws one: see `display` of `launch`."""

    stage: Stage
    file: Path
    _box: tuple[int, int, int, int] = field(init=False)

    def __post_init__(self) -> None:
        """Find it. `file` is where pictures of the whole window are written."""
        self.stage.begin()
        self._box = self.stage.browser.button_box()

    def look(self) -> Image.Image:
        """The button, as it is now and stays."""
        return still(self._look, STILL)

    def in_state(self, state: str) -> Image.Image:
        """The button in a state: a key of STATES."""
        STATES[state](self.stage)
        return self.look()

    def with_badge(self, text: str) -> Image.Image:
        """The button with any badge, in a page of the extension's own."""
        self.stage.browser.open_extension_page("welcome/welcome.html")
        self.stage.browser.driver.execute_async_script(_WRITE, text)
        self.stage.wait_for_badge(text)
        return self.look()

    def _look(self) -> Image.Image:
        self.stage.browser.window_screenshot(self.file)
        with Image.open(self.file) as window:
            return window.convert("RGB").crop(self._box)


def differs(one: Image.Image, other: Image.Image) -> Image.Image:
    """A mask of the pixels that a person sees as different."""
    return distance(one, other).point([255 * (value > SEEN) for value in range(256)])


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """Which part of the button that is, from 0 to 1."""
    mask = differs(one, other)
    return mask.histogram()[255] / (mask.width * mask.height)
