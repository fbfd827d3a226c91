"""Chromium's own page of extensions: it lists their errors, and switches them on and off."""

import json
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

    def configure(self, **choices: object) -> None:
        """Choose what its page of details offers, such as hostAccess."""
        update = json.dumps({"extensionId": self._extension, **choices})
        self._evaluate(f"chrome.developerPrivate.updateExtensionConfiguration({update})")

    def allow_in_private(self) -> None:
        """Turn "Allow in Incognito" on, and return when the browser has loaded it anew for that."""
        extension = json.dumps(self._extension)
        self._evaluate(
            f"""new Promise((loaded) => {{
              chrome.developerPrivate.onItemStateChanged.addListener((change) => {{
                if (change.item_id === {extension} && change.event_type === 'LOADED') loaded();
              }});
              chrome.developerPrivate.updateExtensionConfiguration(
                {{ extensionId: {extension}, incognitoAccess: true }},
              );
            }})"""
        )

    @property
    def may_run_in_private(self) -> bool:
        """Whether "Allow in Incognito" is on."""
        info = f"chrome.developerPrivate.getExtensionInfo('{self._extension}')"
        return self._evaluate(f"{info}.then((info) => info.incognitoAccess.isActive)")

    @property
    def is_enabled(self) -> bool:
        """Whether it is installed and enabled."""
        infos = self._evaluate("chrome.developerPrivate.getExtensionsInfo()")
        return any(i["id"] == self._extension and i["state"] == "ENABLED" for i in infos)

    def _evaluate(self, expression: str) -> Any:
        session = self._tabs.open_hidden("chrome://extensions/")
        until(lambda: self._devtools.evaluate(session, _READY), "list of extensions")
        value = self._devtools.evaluate(session, expression)
        self._devtools.call("Page.close", session=session)
        return value
