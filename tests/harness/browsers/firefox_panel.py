"""The open popup in Firefox: a remote `<browser>` element in the browser's own window.

WebDriver cannot switch to it (measured: "unable to locate frame"), for its page is no child of the
window's. But the window can be clicked and typed into where the popup is, which a person does too:
such events are trusted and go the whole way through the popup.
"""

# ruff: noqa: D102  (the verbs are documented where they are declared, in panel.py)

import base64
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.mouse_button import MouseButton
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.keys import Keys

from . import keys
from .firefox_chrome import Chrome
from .panel import Panel
from .wait import until


class FirefoxPanel(Panel):
    """A popup, known by the number of its browsing context."""

    def __init__(self, chrome: Chrome, context: int):
        """Speak to the popup with this browsing context."""
        self._chrome = chrome
        self._context = context

    @property
    def is_open(self) -> bool:
        return self._chrome.run("popupIsOpen", self._context)

    def evaluate(self, expression: str) -> Any:
        return self._chrome.run("evaluateInPopup", self._context, expression)

    def press(self, key: str) -> None:
        shift, name = keys.split(key)
        character = keys.KEYS[name].character
        with self._chrome.entered():
            chain = ActionChains(self._chrome.driver, duration=0)
            if shift:
                chain.key_down(Keys.SHIFT).send_keys(character).key_up(Keys.SHIFT)
            else:
                chain.send_keys(character)
            chain.perform()

    def screenshot(self, path: Path) -> None:
        address = self._chrome.run("popupPicture", self._context)
        path.write_bytes(base64.b64decode(address.partition(",")[2]))

    def close(self) -> None:
        self._chrome.run("closePopup", self._context)
        until(lambda: not self.is_open, "closed panel")

    def _click_at(self, x: float, y: float) -> None:
        left, top = self._chrome.run("popupPlace", self._context)
        with self._chrome.entered():
            mouse = PointerInput("mouse", "mouse")
            actions = ActionBuilder(self._chrome.driver, mouse=mouse, duration=0)
            actions.pointer_action.move_to_location(round(left + x), round(top + y))
            actions.pointer_action.pointer_down(MouseButton.LEFT).pointer_up(MouseButton.LEFT)
            actions.perform()
