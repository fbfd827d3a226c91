"""The open popup in Chromium: a page target of its own, spoken to over DevTools."""

# ruff: noqa: D102  (the verbs are documented where they are declared, in panel.py)

import base64
from pathlib import Path
from typing import Any

from . import keys
from .devtools import DevTools, DevToolsError
from .panel import Panel
from .wait import until

_SHIFT = 8  # the protocol's bit for the key
# Its page is there before its window is: drawn once it is visible and has a size.
_DRAWN = "document.readyState === 'complete' && !document.hidden && innerWidth > 0"


class ChromiumPanel(Panel):
    """A popup, attached to for as long as it is open.

    Two limits. Attached to, the popup no longer closes by itself when it loses the focus, as under
    an open inspector. And Escape reaches the page only: DevTools keeps keys that the page leaves
    unused from the browser, whose answer to that one would be to close the popup (measured).
    """

    def __init__(self, devtools: DevTools, target: str):
        """Attach to the popup's page target."""
        self._devtools = devtools
        self._target = target
        self._session = devtools.attach(target)

    def is_at(self, target: str) -> bool:
        """Whether this is the panel of that page target."""
        return self._target == target

    @property
    def is_drawn(self) -> bool:
        """Whether it is loaded and shows."""
        try:
            return self.evaluate(_DRAWN)
        except DevToolsError:  # it was closed, or is going to its address, as we asked
            return False

    @property
    def is_open(self) -> bool:
        pages = self._devtools.targets("page")
        return any(page["targetId"] == self._target for page in pages)

    def evaluate(self, expression: str) -> Any:
        return self._devtools.evaluate(self._session, expression)

    def press(self, key: str) -> None:
        shift, name = keys.split(key)
        pressed = keys.KEYS[name]
        event = {
            "key": " " if name == "Space" else name,
            "code": name,
            "windowsVirtualKeyCode": pressed.code,
            "modifiers": _SHIFT * shift,
        }
        self._input("dispatchKeyEvent", {**event, "type": "keyDown", "text": pressed.text})
        self._input("dispatchKeyEvent", {**event, "type": "keyUp"})

    def screenshot(self, path: Path) -> None:
        picture = self._devtools.call("Page.captureScreenshot", session=self._session)
        path.write_bytes(base64.b64decode(picture["data"]))

    def close(self) -> None:
        self._devtools.call("Target.closeTarget", {"targetId": self._target})
        until(lambda: not self.is_open, "closed panel")

    def _click_at(self, x: float, y: float) -> None:
        event = {"x": x, "y": y, "button": "left", "clickCount": 1}
        self._input("dispatchMouseEvent", {**event, "type": "mousePressed"})
        self._input("dispatchMouseEvent", {**event, "type": "mouseReleased"})

    def _input(self, method: str, params: dict[str, Any]) -> None:
        try:
            self._devtools.call(f"Input.{method}", params, self._session)
        except DevToolsError:
            if self.is_open:  # else the click or key closed the popup, and its session with it
                raise
