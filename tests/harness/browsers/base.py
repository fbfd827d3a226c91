"""What a browser can be asked to do, whichever browser it is."""

import os
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from .lasting import Lasting
from .panel import Panel
from .policy import Policy
from .sight import Sight
from .site_access import SiteAccess
from .wait import PATIENCE, until
from .windows import Windows

# Texts are drawn alike wherever the font of `install.py` is.
FONTS = Path(__file__).with_name("fonts.conf")

_HAS_WORDS = """return document.querySelector('[data-i18n]') !== null
  && document.querySelector('[data-i18n]:empty') === null"""


@dataclass(frozen=True)
class Start:
    """How a browser is started; what each means stands at `launch`."""

    proxy: int
    headless: bool = True
    profile: Path | None = None
    language: str = "en-US"
    certificate: str = ""
    policy: Policy | None = None
    scheme: str = "light"
    scale: int = 1
    display: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The driver's environment, and so the browser's: our fonts, and the screen."""
        screen = {"DISPLAY": self.display} if self.display else {}
        return {**os.environ, "FONTCONFIG_FILE": str(FONTS), **screen}


class Browser(Windows, Lasting, SiteAccess, Sight):
    """A running browser. `driver` is at one tab; every verb speaks of that tab."""

    name: str
    usual_store: str
    # Whether the browser itself holds a policy to the package's schema, so that the extension never
    # sees an entry that does not fit; the browser's own page of policies calls it not set.
    checks_policies: bool
    _start: Start

    @abstractmethod
    def install(self, package: Path, *, first_page: str | None = None) -> None:
        """Install the unpacked extension folder, unmodified, and return when it runs.

        Args:
            package: the folder with the manifest.
            first_page: page that the extension opens by itself when newly installed, if the
                package has it. It is waited for and closed, so that it cannot cover the driver's
                tab in the middle of a test. None waits for nothing and closes nothing.
        """

    @abstractmethod
    def uninstall(self) -> None:
        """Remove the extension, as the browser's own add-on page would."""

    @abstractmethod
    def update_extension(self) -> None:
        """Install its folder, as it is by now, over the running extension; return when it runs.

        It keeps its id and what it stored. Chromium takes the id from the folder's place, so no
        other folder could be its update. Pages that are open keep the script that they have.
        """

    @abstractmethod
    def disable_extension(self) -> None:
        """Disable the extension, as the browser's own add-on page would.

        It has no toolbar button then, so nothing can be asked of one until it is enabled.
        """

    @abstractmethod
    def enable_extension(self) -> None:
        """Enable the disabled extension, and return when it runs."""

    @abstractmethod
    def quit(self) -> None:
        """End the browser and its driver."""

    @abstractmethod
    def show(self) -> None:
        """Select the driver's tab, if another one has come in front of it."""

    @abstractmethod
    def _click_button(self, times: int) -> None:
        """Click the toolbar button so many times, nothing waited for in between."""

    @abstractmethod
    def badge(self) -> str:
        """Return the badge text that the toolbar has for the driver's tab, "" for none."""

    @abstractmethod
    def title(self) -> str:
        """Return the toolbar button's tooltip for the driver's tab."""

    @abstractmethod
    def find_panel(self) -> Panel | None:
        """Return the open popup, loaded and drawn, or None if there is none at this moment."""

    @abstractmethod
    def stop_background(self) -> None:
        """Stop the service worker or event page as idleness would; return when it is stopped."""

    @property
    @abstractmethod
    def background_is_running(self) -> bool:
        """Whether the service worker or event page is running at this moment."""

    @abstractmethod
    def restore_tab(self) -> None:
        """Have the driver's tab made again from what the browser remembers of it.

        Ends when the driver is at the restored tab. Firefox closes the tab and undoes that;
        Chromium, whose undo no protocol reaches, duplicates it, which restores in the same way.
        """

    @abstractmethod
    def duplicate_tab(self) -> None:
        """Duplicate the driver's tab as its menu would; ends with the driver at the duplicate."""

    @abstractmethod
    def _set_offline(self, offline: bool) -> None:
        """Take the browser off the network, or put it on again."""

    @abstractmethod
    def extension_url(self, path: str) -> str:
        """Return the address of a file of the installed extension."""

    @abstractmethod
    def tab_urls(self) -> list[str]:
        """Return the addresses of all tabs of all windows, the extension's own among them."""

    @abstractmethod
    def save_downloads_in(self, folder: Path) -> None:
        """Have the browser save files in this folder from now on, without asking."""

    @abstractmethod
    def extension_errors(self) -> list[str]:
        """Return uncaught errors, unhandled rejections and console.error texts of the extension.

        Of its background, its pages and its content scripts, since the browser was started.
        """

    @abstractmethod
    def _close_tab(self, url: str) -> None:
        """Close the first tab at this address."""

    def click_toolbar(self, times: int = 1) -> None:
        """Click the real toolbar button, having selected the driver's tab; 2 is a double click.

        Raises:
            RuntimeError: the panel is open. A person's click then only closes it, and neither
                browser can be made to do that by a driver (Chromium would tell the extension of a
                click, Firefox nobody), so no test may rest on it.
        """
        self.show()
        if self.find_panel():
            raise RuntimeError("the panel is open: close it before you click the toolbar button")
        self._click_button(times)

    def panel(self, seconds: float = PATIENCE) -> Panel:
        """Wait for the popup to be open, loaded and drawn, and return it.

        Its scripts have started then, but what they wait for themselves may still come: wait for
        the text you want, by `until` and `Panel.evaluate`.
        """
        return until(self.find_panel, "open panel", seconds)

    @contextmanager
    def offline(self) -> Iterator[None]:
        """A browser that has no network, and knows it: nothing it asks for leaves it.

        What was asked before may still be answered. Firefox is offline as a whole; Chromium only
        in the driver's tab, whatever it goes to.
        """
        self._set_offline(True)
        try:
            yield
        finally:
            self._set_offline(False)

    def close_tab(self) -> None:
        """Close the driver's tab, as its cross would; the driver goes to another that is open."""
        self.driver.close()
        self.driver.switch_to.window(self.driver.window_handles[-1])
        self.show()

    def open_extension_page(self, path: str) -> None:
        """Open a page of the extension, such as "panel/panel.html", until it has its words."""
        self.driver.get(self.extension_url(path))
        # Preferences say in which language, and they are read after the page has loaded.
        until(lambda: self.driver.execute_script(_HAS_WORDS), f"words in {path}")

    def screenshot(self, path: Path) -> None:
        """Write a PNG of the driver's page, as far as the window shows it."""
        path.write_bytes(self.driver.get_screenshot_as_png())

    @abstractmethod
    def window_screenshot(self, path: Path) -> None:
        """Write a PNG of the whole window as it is drawn, its toolbar too, in device pixels.

        Chromium draws one only on a screen: see `display` of `launch`.
        """

    @abstractmethod
    def button_box(self) -> tuple[int, int, int, int]:
        """Return where our toolbar button is in `window_screenshot`: left, top, right, bottom."""

    @abstractmethod
    def page_screenshot(self, path: Path) -> None:
        """Write a PNG of the whole page, as far down as it reaches."""

    def _kept_profile(self) -> Path:
        if self._start.profile is None:
            raise RuntimeError("a browser to be restarted needs a profile to keep: see `launch`")
        return self._start.profile

    def _settle(self, package: Path, first_page: str | None) -> None:
        """Let the extension open its first page, close it, and select the driver's tab again."""
        if first_page and (package / first_page).is_file():
            url = self.extension_url(first_page)
            until(lambda: url in self.tab_urls(), f"tab at {url}")
            self._close_tab(url)
            until(lambda: url not in self.tab_urls(), f"end of the tab at {url}")
        self.show()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.quit()
