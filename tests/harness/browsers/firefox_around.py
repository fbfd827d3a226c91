"""What Firefox can be asked about an extension from outside it: access, windows, storage."""

# ruff: noqa: D102  (the verbs are documented where they are declared)

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains

from .base import Browser
from .firefox_chrome import Chrome
from .sight import Node
from .wait import until


class FirefoxAround(Browser):
    """The part of Firefox that is asked in its chrome context, by `firefox_around.js`."""

    has_containers = True
    shows_our_pages_in_private = True
    asks_visibly = True
    hears_shortcuts = True
    tells_icon = True
    _chrome: Chrome
    _extension: str

    @abstractmethod
    def _wait_until_loaded_anew(self) -> None:
        """Return when the extension runs again, its button on the toolbar."""

    def icon(self) -> str:
        handle = self.driver.current_window_handle
        return self._chrome.run("buttonIcon", self._extension, handle)

    def open_private_window(self) -> None:
        if self._chrome.run("allowInPrivateWindows", self._extension):
            self._wait_until_loaded_anew()
        before = set(self.driver.window_handles)
        self._chrome.run("openPrivateWindow")
        self._go_to_new_tab(before)
        # Else the window's first page may come after the one that the test opens (measured).
        until(self._shows_first_page, "first page of the private window")

    def _shows_first_page(self) -> bool:
        state = self.driver.execute_script("return document.readyState")
        return self.driver.current_url == "about:privatebrowsing" and state == "complete"

    def open_container_tab(self, url: str, name: str = "Work") -> None:
        before = set(self.driver.window_handles)
        self._chrome.run("openContainerTab", name)
        self._go_to_new_tab(before)
        self.driver.get(url)

    def press_shortcut(self, *modifiers: str, key: str) -> None:
        with self._chrome.entered():
            chain = ActionChains(self.driver, duration=0)
            for modifier in modifiers:
                chain.key_down(modifier)
            chain.send_keys(key)
            for modifier in modifiers:
                chain.key_up(modifier)
            chain.perform()

    def revoke_site_access(self) -> None:
        self._chrome.run("runOnlyWhenClicked", self._extension)

    def grant_site_access(self) -> None:
        self._chrome.run("runAlways", self._extension)

    def allow_when_asked(self, ask: Callable[[], None]) -> None:
        ask()
        self.answer_access_request("accept")

    def answer_access_request(self, answer: str) -> None:
        until(lambda: self._chrome.run("answerAccessRequest", answer), "question of the browser's")

    def extension_storage(self, area: str) -> dict[str, Any]:
        return self._chrome.run("readStorage", self._extension, area)

    def put_in_storage(self, area: str, values: dict[str, Any]) -> None:
        self._chrome.run("writeStorage", self._extension, area, values)

    def clear_storage(self, area: str) -> None:
        self._chrome.run("clearStorage", self._extension, area)

    def show_as(self, *, dark: bool = False, forced_colors: bool = False) -> None:
        self._chrome.run("showAs", self.driver.current_window_handle, dark, forced_colors)

    def _resize_page(self, width: int | None, height: int | None) -> None:
        handle = self.driver.current_window_handle
        drawn = self._chrome.run("resizePage", handle, width, height)
        is_drawn = f"return innerWidth === {drawn}"
        until(lambda: self.driver.execute_script(is_drawn), f"page {drawn} px wide")

    def accessibility_tree(self) -> Node:
        return _node(self._chrome.run("accessibilityTree", self.driver.current_window_handle))

    @property
    def accessibility_runs(self) -> bool:
        return self._chrome.run("accessibilityRuns")

    def end_accessibility(self) -> None:
        self._chrome.run("endAccessibility")

    def collect_garbage(self) -> None:
        self._chrome.run("collectGarbage")


def _node(told: list[Any]) -> Node:
    role, name, children = told
    return Node(role, name, [_node(child) for child in children])
