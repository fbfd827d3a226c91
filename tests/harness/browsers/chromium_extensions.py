"""Chromium's own page of extensions: it lists their errors, and switches them on and off."""

from typing import Any

from .chromium_tabs import Tabs
from .devtools import DevTools
from .wait import until

_READY = "!!globalThis.chrome?.developerPrivate"


class ExtensionsPage:
    """chrome://extensions for one extension, opened hidden for each question."""

    def __init__(self, devtools: DevTools, tabs: Tabs, extension: str):
        """Speak of the extension with this id."""
        self._devtools = devtools
        self._tabs = tabs
        self._extension = extension

    def errors(self) -> list[str]:
        """Return what it lists for developers.

        Unlike a DevTools session to the worker this needs no attaching, which would keep the
        worker alive.
        """
        info = self._evaluate(f"chrome.developerPrivate.getExtensionInfo('{self._extension}')")
        return [
            f"{error['source']}: {error['message']}"
            for error in info["runtimeErrors"]
            if error["severity"] == "ERROR"
        ]

    def switch(self, *, on: bool) -> None:
        """Enable or disable it, and return when that is done."""
        wanted = "true" if on else "false"
        self._evaluate(f"chrome.management.setEnabled('{self._extension}', {wanted})")

    def _evaluate(self, expression: str) -> Any:
        session = self._tabs.open_hidden("chrome://extensions/")
        until(lambda: self._devtools.evaluate(session, _READY), "list of extensions")
        value = self._devtools.evaluate(session, expression)
        self._devtools.call("Page.close", session=session)
        return value
