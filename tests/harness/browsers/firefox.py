"""Firefox: geckodriver for the page, and its chrome context for what is around it."""

# ruff: noqa: D102  (the verbs are documented where they are declared, in base.py)

import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.firefox.service import Service

from . import find
from .base import Start
from .firefox_around import FirefoxAround
from .firefox_chrome import Chrome
from .firefox_language import add_language
from .firefox_panel import FirefoxPanel
from .layers import driver_under
from .policy import policy_layer
from .wait import until

# Each preference with its reason. What pages and extensions can tell stays as shipped: session
# history, form restoring, the back-forward cache and service workers.
_PREFERENCES = {
    # A temporary add-on ends with the browser; keep what it stored and its address in the profile.
    "extensions.webextensions.keepStorageOnUninstall": True,
    "extensions.webextensions.keepUuidOnUninstall": True,
    # ESR installs unsigned add-ons for good with this; a release does not heed it.
    "xpinstall.signatures.required": False,
    # Being offline holds for the proxy too, which is on this machine.
    "network.disable-localhost-when-offline": True,
}
# geckodriver points the updates of the browser's own lists nowhere, but a release Firefox heeds
# that preference only under this variable. Measured: 16 requests in a start without, none with.
_QUIET = {"MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}

# Where its policies stand, from /etc.
_POLICIES = ("firefox/policies/policies.json",)


class Firefox(FirefoxAround):
    """Firefox through geckodriver, its windows and toolbar through the chrome context."""

    name = "firefox"
    usual_store = "firefox-default"
    checks_policies = False

    def __init__(self, start: Start):
        """Start it; the arguments are those of `launch`."""
        self._start = start
        self._extension = ""
        self._button = ""
        self._begin()

    def _begin(self) -> None:
        pair = find.firefox()
        options = _options(pair.browser, self._start)
        policy = self._start.policy
        layers = [policy_layer(policy, _POLICIES)] if policy else []
        folder = policy.folder if policy else Path()
        driver = driver_under(layers, pair.driver, folder)
        service = Service(driver, env={**self._start.environment, **_QUIET})
        self.driver = webdriver.Firefox(options=options, service=service)
        self._chrome = Chrome(self.driver)
        if not self._chrome.run("hasLanguage", self._start.language):
            add_language(self.driver, self._start.language)

    def quit(self) -> None:
        self.driver.quit()

    def install(self, package: Path, *, first_page: str | None = None) -> None:
        self._package = package
        self._load()
        self._pin()
        self._settle(package, first_page)

    def _pin(self) -> None:
        # On the toolbar, where a person puts it to see the badge: by default it is in a menu.
        self._button = self._chrome.run("pinButton", self._extension)

    def _wait_until_loaded_anew(self) -> None:
        until(lambda: self.background_is_running, "running background")
        self._pin()

    def restart(self) -> None:
        self._kept_profile()
        self.quit()
        self._begin()
        if not self._chrome.run("unsignedMayStay"):
            self._load()
        until(lambda: self._chrome.run("isInstalled", self._extension), "installed extension")
        self.show()

    def _load(self) -> None:
        # A folder is a temporary add-on, gone when the browser quits: so it is where a signature
        # is wanted, as a release wants it, and where nothing has to outlast the browser.
        if self._start.profile and self._chrome.run("unsignedMayStay"):
            with tempfile.TemporaryDirectory() as folder:
                archive = shutil.make_archive(f"{folder}/package", "zip", self._package)
                file = shutil.move(archive, f"{folder}/package.xpi")
                self._extension = self.driver.install_addon(file, temporary=False)
        else:
            folder = str(self._package.resolve())
            self._extension = self.driver.install_addon(folder, temporary=True)
        # Asked for now: a disabled one does not tell.
        self._host = self._chrome.run("extensionHost", self._extension)
        until(lambda: self.background_is_running, "running background")

    def uninstall(self) -> None:
        self.driver.uninstall_addon(self._extension)

    def update_extension(self) -> None:
        self._load()

    def disable_extension(self) -> None:
        self._chrome.run("switchExtension", self._extension, False)

    def enable_extension(self) -> None:
        self._chrome.run("switchExtension", self._extension, True)
        until(lambda: self.background_is_running, "running background")

    def extension_url(self, path: str) -> str:
        return f"moz-extension://{self._host}/{path}"

    def show(self) -> None:
        # Selects the tab, even where the driver is at it already.
        self.driver.switch_to.window(self.driver.current_window_handle)

    def _click_button(self, times: int) -> None:
        with self._chrome.entered():
            button = self.driver.find_element(By.ID, self._button)
            # By default the pointer would take 250 ms for its way to the button.
            clicks = ActionChains(self.driver, duration=0).move_to_element(button)
            for _ in range(times):
                clicks.click()
            clicks.perform()

    def badge(self) -> str:
        return self._button_text()["badge"]

    def title(self) -> str:
        return self._button_text()["title"]

    def _button_text(self) -> dict[str, str]:
        handle = self.driver.current_window_handle
        return self._chrome.run("buttonText", self._extension, handle)

    def find_panel(self) -> FirefoxPanel | None:
        context = self._chrome.run("openPopup")
        return FirefoxPanel(self._chrome, context) if context else None

    def stop_background(self) -> None:
        self._chrome.run("stopBackground", self._extension)

    @property
    def background_is_running(self) -> bool:
        return self._chrome.run("backgroundIsRunning", self._extension)

    def restore_tab(self) -> None:
        closed = self.driver.current_window_handle
        # The window must not close with its last tab, and the driver needs a tab meanwhile.
        self.driver.switch_to.new_window("tab")
        before = set(self.driver.window_handles)
        self._chrome.run("closeAndRestoreTab", closed)
        self._go_to_new_tab(before)

    def duplicate_tab(self) -> None:
        before = set(self.driver.window_handles)
        self._chrome.run("duplicateTab", self.driver.current_window_handle)
        self._go_to_new_tab(before)

    def _set_offline(self, offline: bool) -> None:
        self._chrome.run("setOffline", offline)

    def tab_urls(self) -> list[str]:
        return self._chrome.run("tabUrls")

    def save_downloads_in(self, folder: Path) -> None:
        self._chrome.run("saveDownloadsIn", str(folder.resolve()))

    def extension_errors(self) -> list[str]:
        return self._chrome.run("extensionErrors", self.extension_url(""))

    def page_screenshot(self, path: Path) -> None:
        path.write_bytes(self.driver.get_full_page_screenshot_as_png())

    def window_screenshot(self, path: Path) -> None:
        with self._chrome.entered():
            self.screenshot(path)

    def button_box(self) -> tuple[int, int, int, int]:
        return tuple(self._chrome.run("buttonBox", self._button))

    def _close_tab(self, url: str) -> None:
        self._chrome.run("closeTab", url)


def _options(browser: str, start: Start) -> webdriver.FirefoxOptions:
    options = webdriver.FirefoxOptions()
    options.binary_location = browser
    options.accept_insecure_certs = True  # of the stand-in; service workers start under it too
    address = f"127.0.0.1:{start.proxy}"
    options.proxy = webdriver.Proxy(
        {"proxyType": "manual", "httpProxy": address, "sslProxy": address}
    )
    arguments = ["--remote-allow-system-access", "--width=1280", "--height=900"]
    arguments += ["-headless"] if start.headless else []
    arguments += ["-profile", str(start.profile.resolve())] if start.profile else []
    for argument in arguments:
        options.add_argument(argument)
    languages = {"intl.locale.requested": start.language, "intl.accept_languages": start.language}
    looks = {
        "ui.systemUsesDarkTheme": int(start.scheme == "dark"),
        "layout.css.devPixelsPerPx": str(start.scale),
    }
    for preference, value in {**_PREFERENCES, **languages, **looks}.items():
        options.set_preference(preference, value)
    return options
