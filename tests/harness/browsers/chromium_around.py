"""What Chromium can be asked about an extension from outside it: access, windows, storage."""

# ruff: noqa: D102  (the verbs are documented where they are declared)

import json
from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from .base import Browser
from .chromium_extensions import ExtensionsPage
from .chromium_tree import tree_of
from .sight import Node


class ChromiumAround(Browser):
    """The part of Chromium that needs its own page of extensions, or the extension's interfaces."""

    @property
    @abstractmethod
    def _extensions_page(self) -> ExtensionsPage:
        """Its page of extensions, for ours."""

    @abstractmethod
    def _ask(self, expression: str) -> Any:
        """Evaluate with the extension's own interfaces, but in none of its pages or workers."""

    @abstractmethod
    def _wait_until_loaded_anew(self) -> None:
        """Return when the extension runs again; what was known of its pages is forgotten."""

    def open_private_window(self) -> None:
        if not self._extensions_page.may_run_in_private:
            self._extensions_page.allow_in_private()
            self._wait_until_loaded_anew()
        before = set(self.driver.window_handles)
        self._ask("browser.windows.create({incognito: true, url: 'about:blank'}).then(() => null)")
        self._go_to_new_tab(before)

    def revoke_site_access(self) -> None:
        self._extensions_page.configure(hostAccess="ON_CLICK")

    def grant_site_access(self) -> None:
        self._extensions_page.configure(hostAccess="ON_ALL_SITES")

    def allow_when_asked(self, ask: Callable[[], None]) -> None:
        self.grant_site_access()
        ask()

    def extension_storage(self, area: str) -> dict[str, Any]:
        return self._ask(f"browser.storage.{area}.get(null)")

    def put_in_storage(self, area: str, values: dict[str, Any]) -> None:
        # As text: a literal's __proto__ would not be a key.
        text = json.dumps(json.dumps(values))
        self._ask(f"browser.storage.{area}.set(JSON.parse({text})).then(() => null)")

    def clear_storage(self, area: str) -> None:
        self._ask(f"browser.storage.{area}.clear().then(() => null)")

    def show_as(self, *, dark: bool = False, forced_colors: bool = False) -> None:
        features = {
            "prefers-color-scheme": "dark" if dark else "light",
            "forced-colors": "active" if forced_colors else "none",
        }
        named = [{"name": name, "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": named})

    def _resize_page(self, width: int | None, height: int | None) -> None:
        if width is None:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        else:
            size = {"width": width, "height": height, "deviceScaleFactor": 0, "mobile": False}
            self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def accessibility_tree(self) -> Node:
        return tree_of(self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"])

    @property
    def accessibility_runs(self) -> bool:
        return False  # a tree is made for each question, and gone with the answer

    def end_accessibility(self) -> None:
        pass

    def collect_garbage(self) -> None:
        self.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
