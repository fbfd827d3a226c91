"""Pages as they are drawn for a person who asks the system for more contrast."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.harness.browsers import Browser, until

_IS_ASKED_FOR = "return matchMedia('(prefers-contrast: more)').matches"
# Where a driver reaches the browser's own preferences: as a system with an accessible theme, whose
# colours pages do not have to use.
_PREFERENCES = {"ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 1}
_SET = """for (const [name, value] of Object.entries(arguments[0])) {
  Services.prefs.setIntPref(name, value);
}"""
_CLEAR = "for (const name of Object.keys(arguments[0])) Services.prefs.clearUserPref(name);"

_MEASURE = """
const [part, property] = arguments;
const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function pixel(colour) {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data];
}
const above = (node) => node.parentElement ?? node.getRootNode().host;
const paints = (node) => pixel(getComputedStyle(node).backgroundColor)[3] === 255;
let paper = part;
while (above(paper) && !paints(paper)) paper = above(paper);
const colours = [getComputedStyle(part)[property], getComputedStyle(paper).backgroundColor];
return colours.map((colour) => pixel(colour).slice(0, 3));
"""


def colours_of(driver: WebDriver, part: WebElement, style: str) -> tuple[str, str]:
    """A colour of a part, and the one that it stands on.

    Args:
        driver: at the part's page.
        part: an element, also of a closed root.
        style: the computed style, such as "borderTopColor".

    Returns:
        Both as #rrggbb.
    """
    one, other = driver.execute_script(_MEASURE, part, style)
    return "#{:02x}{:02x}{:02x}".format(*one), "#{:02x}{:02x}{:02x}".format(*other)


@contextmanager
def more_contrast(browser: Browser, *, dark: bool = False) -> Iterator[None]:
    """Have the driver's page, once it is there, drawn with more contrast, light or dark."""
    driver = browser.driver
    try:
        browser.show_as(dark=dark)
        if hasattr(driver, "CONTEXT_CHROME"):
            _change(driver, _SET)
        else:
            scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
            contrast = {"name": "prefers-contrast", "value": "more"}
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, contrast]})
        until(lambda: driver.execute_script(_IS_ASKED_FOR), "more contrast")
        yield
    finally:
        if hasattr(driver, "CONTEXT_CHROME"):
            _change(driver, _CLEAR)
        browser.show_as()
        until(lambda: not driver.execute_script(_IS_ASKED_FOR), "usual contrast")


def _change(driver: Any, script: str) -> None:
    with driver.context(driver.CONTEXT_CHROME):
        driver.execute_script(script, _PREFERENCES)
