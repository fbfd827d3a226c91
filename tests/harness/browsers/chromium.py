"""Chromium, or Chrome for Testing: chromedriver for the page, DevTools for what is around it."""

# ruff: noqa: D102  (the verbs are documented where they are declared, in base.py)

import base64
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from . import find
from .base import Start
from .chromium_around import ChromiumAround
from .chromium_extensions import ExtensionsPage
from .chromium_language import language_layer
from .chromium_options import chromium_options
from .chromium_panel import ChromiumPanel
from .chromium_profile import keep_installed
from .chromium_tabs import Tabs
from .chromium_worker import ServiceWorker
from .devtools import DevTools, DevToolsError
from .layers import Layer, driver_under
from .policy import policy_layer
from .wait import until

if TYPE_CHECKING:
    from .chromium_toolbar import ChromiumToolbar

# Where its policies stand, from /etc.
_POLICIES = (
    "chromium/policies/managed/offswitch.json",
    "opt/chrome_for_testing/policies/managed/offswitch.json",
)


class Chromium(ChromiumAround):
    """Chromium through chromedriver and its own DevTools websocket."""

    name = "chromium"
    usual_store = "default"
    checks_policies = True

    def __init__(self, start: Start):
        """Start it; the arguments are those of `launch`."""
        self._start = start
        self._extension = ""
        self._begin(chromium_options(start))

    def _begin(self, options: webdriver.ChromeOptions) -> None:
        pair = find.chromium()
        options.binary_location = pair.browser
        driver = driver_under(self._layers(pair.browser), pair.driver, self._folder)
        # On Linux the interface's language comes from here; --lang alone does nothing (measured).
        service = Service(driver, env={**self._start.environment, "LANGUAGE": self._start.language})
        self.driver = webdriver.Chrome(options=options, service=service)
        try:
            address = self.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
            self._devtools = DevTools(address)
        except BaseException:
            self.driver.quit()
            raise
        self._tabs = Tabs(self._devtools)
        self._observer: str | None = None
        self._panel: ChromiumPanel | None = None
        self._tab_ids: dict[str, int] = {}

    def _layers(self, browser: str) -> list[Layer]:
        self._scratch = tempfile.TemporaryDirectory()
        self._folder = Path(self._scratch.name)
        language = language_layer(self._start.language, browser, self._folder)
        policy = self._start.policy and policy_layer(self._start.policy, _POLICIES)
        return [layer for layer in (language, policy) if layer]

    def quit(self) -> None:
        self._devtools.close()
        self.driver.quit()
        self._scratch.cleanup()

    def install(self, package: Path, *, first_page: str | None = None) -> None:
        self._package = package
        self._load()
        self._settle(package, first_page)

    def _load(self) -> None:
        # Not --load-extension: this way serves at start and later alike, and says the id.
        path = str(self._package.resolve())
        self._extension = self._devtools.call("Extensions.loadUnpacked", {"path": path})["id"]
        self._worker.wait_until_started()

    def restart(self) -> None:
        profile = self._kept_profile()
        self.quit()
        keep_installed(profile, self._extension)
        self._begin(chromium_options(self._start, again=True))
        until(lambda: self._extensions_page.is_enabled, "installed extension")
        self.show()

    def uninstall(self) -> None:
        self._devtools.call("Extensions.uninstall", {"id": self._extension})
        self._observer = None  # its page went with the extension

    def update_extension(self) -> None:
        self._observer = None
        self._load()

    def disable_extension(self) -> None:
        self._extensions_page.switch(on=False)
        self._observer = None

    def _wait_until_loaded_anew(self) -> None:
        self._observer = None
        self._worker.wait_until_started()

    def enable_extension(self) -> None:
        self._extensions_page.switch(on=True)
        self._worker.wait_until_started()

    @property
    def _extensions_page(self) -> ExtensionsPage:
        return ExtensionsPage(self._devtools, self._tabs, self._extension)

    def extension_url(self, path: str) -> str:
        return f"chrome-extension://{self._extension}/{path}"

    def show(self) -> None:
        if not self._tab_target()["embedderData"]["tabActive"]:
            self.driver.execute_cdp_cmd("Page.bringToFront", {})

    def _click_button(self, times: int) -> None:
        params = {"id": self._extension, "targetId": self._tab_target()["targetId"]}
        sent = [self._devtools.send("Extensions.triggerAction", params) for _ in range(times)]
        for number in sent:
            self._devtools.answer(number)

    def badge(self) -> str:
        return self._ask(f"browser.action.getBadgeText({{tabId: {self._tab_id()}}})")

    def title(self) -> str:
        return self._ask(f"browser.action.getTitle({{tabId: {self._tab_id()}}})")

    def find_panel(self) -> ChromiumPanel | None:
        popups = self._tabs.pages_in_no_tab(self.extension_url(""))
        if not popups:
            return None
        if self._panel is None or not self._panel.is_at(popups[0]):
            try:
                self._panel = ChromiumPanel(self._devtools, popups[0])
            except DevToolsError:  # it was closed between our being told of it and our asking
                return None
        return self._panel if self._panel.is_drawn else None

    @property
    def _worker(self) -> ServiceWorker:
        return ServiceWorker(self._devtools, self._observer_session(), self.extension_url(""))

    def stop_background(self) -> None:
        self._worker.stop()

    @property
    def background_is_running(self) -> bool:
        return self._worker.is_running

    def restore_tab(self) -> None:
        self.duplicate_tab()

    def duplicate_tab(self) -> None:
        before = set(self.driver.window_handles)
        self._ask(f"browser.tabs.duplicate({self._tab_id()}).then(() => null)")
        self._go_to_new_tab(before)

    def _set_offline(self, offline: bool) -> None:
        if offline:
            self.driver.set_network_conditions(offline=True, latency=0, throughput=0)
        else:
            self.driver.delete_network_conditions()

    def tab_urls(self) -> list[str]:
        return [tab["url"] for tab in self._tabs.listed()]

    def save_downloads_in(self, folder: Path) -> None:
        params = {"behavior": "allow", "downloadPath": str(folder.resolve())}
        self._devtools.call("Browser.setDownloadBehavior", params)

    def extension_errors(self) -> list[str]:
        return self._extensions_page.errors()

    def page_screenshot(self, path: Path) -> None:
        metrics = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})
        whole = {"clip": {**metrics["cssContentSize"], "scale": 1}, "captureBeyondViewport": True}
        picture = self.driver.execute_cdp_cmd("Page.captureScreenshot", whole)
        path.write_bytes(base64.b64decode(picture["data"]))

    @property
    def _toolbar(self) -> "ChromiumToolbar":
        # Here, because the other tests must not need what it takes pictures by.
        from .chromium_toolbar import ChromiumToolbar

        return ChromiumToolbar(self._start.display, self._start.scale)

    def window_screenshot(self, path: Path) -> None:
        self._toolbar.window().save(path)

    def button_box(self) -> tuple[int, int, int, int]:
        self._extensions_page.configure(pinnedToToolbar=True)
        home = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        try:
            return self._toolbar.find_button(self._ask)
        finally:
            self.driver.close()
            self.driver.switch_to.window(home)
            self.show()

    def _close_tab(self, url: str) -> None:
        self._tabs.close(url)

    def _tab_target(self) -> dict[str, Any]:
        return self._tabs.holding(self.driver.current_window_handle)

    def _tab_id(self) -> int:
        """Return the extension API's number of the driver's tab, which it keeps for life."""
        handle = self.driver.current_window_handle
        if handle not in self._tab_ids:
            window = self._devtools.call("Browser.getWindowForTarget", {"targetId": handle})
            place = {
                "windowId": window["windowId"],  # the same number in both interfaces
                "index": self._tab_target()["embedderData"]["tabStripIndex"],
            }
            self._tab_ids[handle] = self._ask(f"browser.tabs.query({place}).then(([t]) => t.id)")
        return self._tab_ids[handle]

    def _ask(self, expression: str) -> Any:
        """Evaluate with the extension's own interfaces, but in none of its pages or workers."""
        return self._devtools.evaluate(self._observer_session(), expression)

    def _observer_session(self) -> str:
        """Open, once, a page of ours in the extension's origin: it runs none of its scripts.

        Hidden: in no tab strip, so that no tab moves and none loses its selection; the driver does
        not list it either. A page does not keep a service worker alive, as attaching to it would.
        """
        if self._observer is None:
            self._observer = self._tabs.open_hidden(self.extension_url("manifest.json"))
            # Asking for a text makes the browser fetch the extension's texts, once per process. If
            # instead the first page to ask is closed meanwhile (`_settle` closes one), it takes
            # them for empty from then on (measured: 6 of 8 starts had no texts at all).
            ready = "!!globalThis.browser?.i18n?.getMessage('@@extension_id')"
            until(lambda: self._devtools.evaluate(self._observer, ready), "page of ours")
        return self._observer
