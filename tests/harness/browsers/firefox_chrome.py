"""Runs the functions of the harness's scripts for Firefox in its chrome context."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver.firefox.webdriver import WebDriver

_SCRIPT = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("firefox_chrome.js", "firefox_around.js")
)


class Chrome:
    """The chrome context of one driver; it needs `--remote-allow-system-access`."""

    def __init__(self, driver: WebDriver):
        """Use this driver, which stays in its content context between two calls."""
        self.driver = driver

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Have the driver's commands go to the browser's own window."""
        with self.driver.context(self.driver.CONTEXT_CHROME):
            yield

    def run(self, function: str, *arguments: Any) -> Any:
        """Call a function of those scripts, and return its value once it has one.

        Args:
            function: its name.
            arguments: JSON values, given to it as they are.
        """
        # As text: in a literal __proto__ would be no key.
        given = json.dumps(json.dumps(arguments))
        call = f"return {function}(...JSON.parse({given}));"
        with self.entered():
            return self.driver.execute_script(f"{_SCRIPT}\n{call}")
