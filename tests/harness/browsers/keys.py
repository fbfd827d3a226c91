"""The keys a popup is used with, as each browser's driver wants them named."""

from typing import NamedTuple

from selenium.webdriver.common.keys import Keys


class Key(NamedTuple):
    """A key: its WebDriver character, its Windows key code and the text it types, for DevTools."""

    character: str
    code: int
    text: str = ""


KEYS = {
    "Tab": Key(Keys.TAB, 9),
    "Enter": Key(Keys.ENTER, 13, "\r"),
    "Escape": Key(Keys.ESCAPE, 27),
    "Space": Key(Keys.SPACE, 32, " "),
    "ArrowUp": Key(Keys.ARROW_UP, 38),
    "ArrowDown": Key(Keys.ARROW_DOWN, 40),
}


def split(combination: str) -> tuple[bool, str]:
    """Split "Shift+Tab" into (True, "Tab") and "Tab" into (False, "Tab")."""
    name = combination.removeprefix("Shift+")
    return name != combination, name
