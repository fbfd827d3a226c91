"""Chromium's tabs, and which page is in which: DevTools has targets for both.

A driver's window handle is the number of a page target; the toolbar button wants a tab target.
"""

from typing import Any

from .devtools import DevTools


class Tabs:
    """The tabs of all windows of one browser, over its DevTools."""

    def __init__(self, devtools: DevTools):
        """Ask by this connection."""
        self._devtools = devtools

    def listed(self) -> list[dict[str, Any]]:
        """Return the tab targets that are in a tab strip; popups and hidden pages have one too."""
        return [tab for tab in self._devtools.targets("tab") if "embedderData" in tab]

    def holding(self, page: str) -> dict[str, Any]:
        """Return the tab target in whose tab this page target is.

        Raises:
            LookupError: the tab is closed.
        """
        for tab in self.listed():
            if page in self._pages_of(tab):
                return tab
        raise LookupError("the driver's tab is closed")

    def close(self, url: str) -> None:
        """Close the first tab at this address."""
        tab = next(tab for tab in self.listed() if tab["url"] == url)
        self._devtools.call("Target.closeTarget", {"targetId": tab["targetId"]})

    def open_hidden(self, url: str) -> str:
        """Open a page that is in no tab strip, and return the session to speak to it by."""
        params = {"url": url, "hidden": True, "background": True}
        target = self._devtools.call("Target.createTarget", params)["targetId"]
        return self._devtools.attach(target)

    def pages_in_no_tab(self, start: str) -> list[str]:
        """Return the page targets whose address begins so and that no tab shows: popups."""
        pages = [
            p["targetId"] for p in self._devtools.targets("page") if p["url"].startswith(start)
        ]
        tabs = [tab for tab in self.listed() if tab["url"].startswith(start)] if pages else []
        shown = [page for tab in tabs for page in self._pages_of(tab)]
        return [page for page in pages if page not in shown]

    def _pages_of(self, tab: dict[str, Any]) -> list[str]:
        """Return the page targets in a tab target; the protocol tells them only by attaching."""
        session = self._devtools.attach(tab["targetId"])
        self._devtools.events.clear()
        params = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
        self._devtools.call("Target.setAutoAttach", params, session)
        pages = [
            event["params"]["targetInfo"]["targetId"]
            for event in self._devtools.events
            if event["method"] == "Target.attachedToTarget" and event.get("sessionId") == session
        ]
        self._devtools.detach(session)
        return pages
