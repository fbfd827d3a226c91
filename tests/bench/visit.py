"""A visit by the driver's means, which both browsers have."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.harness.browsers import Browser

from .script import call

SECONDS = 30  # until figures are no longer waited for

_FINISH = """const over = arguments[arguments.length - 1];
window.measured.then(over, (error) => over(String(error)))"""


class Visit:
    """A page in a tab of its own, in which one thing is measured."""

    def __init__(self, browser: Browser):
        self.browser = browser

    def start(self, function: str, *arguments: object) -> None:
        """Begin to measure by a function of `in-page.js`."""
        self.browser.driver.execute_script(f"window.measured = {call(function, *arguments)}")

    def finish(self) -> dict[str, float]:
        """Wait for the figures.

        Raises:
            RuntimeError: the page says why there are none.
        """
        figures: Any = self.browser.driver.execute_async_script(_FINISH)
        if isinstance(figures, dict):
            return figures
        raise RuntimeError(figures)


@contextmanager
def visited(browser: Browser, url: str) -> Iterator[Visit]:
    """A page in a new tab, loaded; the tab is closed at the end."""
    driver = browser.driver
    driver.set_script_timeout(SECONDS)
    home = driver.current_window_handle
    driver.switch_to.new_window("tab")
    try:
        driver.get(url)
        yield Visit(browser)
    finally:
        driver.close()
        driver.switch_to.window(home)
