"""What can be asked of a browser's windows, whichever browser it is."""

from abc import ABC, abstractmethod

from selenium.webdriver.remote.webdriver import WebDriver

from .wait import until


class Windows(ABC):
    """Windows, private ones and containers. Each verb ends with the driver at the new tab."""

    driver: WebDriver
    # Whether it has tabs with cookies of their own inside one window: Firefox's containers.
    has_containers = False
    # Whether a private window shows the extension's own pages; else the browser opens none there.
    shows_our_pages_in_private = False
    # Whether a driver's keys reach the shortcuts that the browser itself listens to.
    hears_shortcuts = False
    # Whether it tells which icon the toolbar button has; else only a picture of it does.
    tells_icon = False

    def open_window(self) -> None:
        """Open one more window of the usual kind."""
        self.driver.switch_to.new_window("window")

    @abstractmethod
    def open_private_window(self) -> None:
        """Open a private window in which the extension may run.

        The first time the person's "Allow in private windows" is set, which has the browser load
        the extension anew: what it kept for the session is gone, what it stored is not.
        """

    def open_container_tab(self, url: str, name: str = "Work") -> None:
        """Open a tab of the container with this name, made if there is none, at an address.

        Raises:
            NotImplementedError: the browser has no containers.
        """
        raise NotImplementedError(f"this browser has no containers: no {name} for {url}")

    def press_shortcut(self, *modifiers: str, key: str) -> None:
        """Press a key with modifiers, of Selenium's `Keys`, in the browser's own window.

        Raises:
            NotImplementedError: the browser does not hear a driver's keys.
        """
        raise NotImplementedError(f"this browser hears no {modifiers} and {key} of a driver's")

    def icon(self) -> str:
        """Return what the toolbar button shows for the driver's tab: a file's name without size.

        Raises:
            NotImplementedError: the browser keeps that to itself.
        """
        raise NotImplementedError("this browser does not tell its button's icon")

    def _go_to_new_tab(self, before: set[str]) -> None:
        """Have the driver at the one tab that is not among these handles, once it is there."""
        new = until(lambda: set(self.driver.window_handles) - before, "new tab")
        self.driver.switch_to.window(new.pop())
