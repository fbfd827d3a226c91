"""Pictures of parts: the banner, the ring and the panel, cut out, with nothing in them that varies.

The time in the banner is hidden; the window's size does not matter.
"""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops
from selenium.webdriver.common.by import By

from tests.harness.browsers import Browser, until
from tests.harness.screens import Box, SettingsPage

ROOM = 44  # pixels around a ring, for its outline and its tag
_SHOW = """arguments[0].scrollIntoView();
const {x, y, width, height} = arguments[0].getBoundingClientRect();
return [x, y, width, height]"""
STILL = 3  # pictures that have to be the same, one after the other


def banner_picture(page: SettingsPage) -> Image.Image:
    """The banner alone."""
    page.hide_time_in_banner()
    return still(lambda: _cut(page.browser, page.banner.box, 0))


def ring_picture(page: SettingsPage) -> Image.Image:
    """The ring, what it is around, and what is next to it."""
    return still(lambda: _cut(page.browser, page.wait_for_ring(), ROOM))


def panel_picture(browser: Browser, file: Path) -> Image.Image:
    """The panel; `file` is where the browser may write meanwhile."""

    def look() -> Image.Image:
        browser.panel().screenshot(file)
        with Image.open(file) as picture:
            return picture.convert("RGB")

    return still(look)


def part_picture(browser: Browser, css: str) -> Image.Image:
    """The first part of the driver's page that fits a selector, as far as the window shows it."""
    # Cut out by hand: of a page that is zoomed, one browser's driver cuts it elsewhere.
    part = browser.driver.find_element(By.CSS_SELECTOR, css)
    box = Box(*browser.driver.execute_script(_SHOW, part))
    return still(lambda: _cut(browser, box, 0))


def _cut(browser: Browser, box: Box, room: int) -> Image.Image:
    driver = browser.driver
    with Image.open(io.BytesIO(driver.get_screenshot_as_png())) as picture:
        whole = picture.convert("RGB")
    edges = (box.x - room, box.y - room, box.x + box.width + room, box.y + box.height + room)
    # Not `devicePixelRatio`: of a page that is zoomed, one browser takes a picture that is not.
    scale = whole.width / driver.execute_script("return innerWidth")
    return whole.crop(tuple(round(edge * scale) for edge in edges))


def still(look: Callable[[], Image.Image], times: int = STILL) -> Image.Image:
    """Look until the picture was the same so many times, and return it."""
    seen = [look()]

    def stays() -> bool:
        new = look()
        same = seen[-1].size == new.size and not ImageChops.difference(seen[-1], new).getbbox()
        seen[:] = [*seen, new] if same else [new]
        return len(seen) >= times

    until(stays, "picture that stays the same")
    return seen[-1]
