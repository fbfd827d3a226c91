"""A made-up record, as an earlier day would have left it."""

import time
from typing import Any

from tests.harness.browsers import Browser
from tests.harness.linkedin import SETTING_KEY

DAY = 24 * 60 * 60_000


def reading(after: str, *, days_ago: float, **rest: Any) -> dict[str, Any]:
    """An entry of the record that was last seen so long ago."""
    at = int(time.time() * 1000 - days_ago * DAY)
    plain = {
        "at": at,
        "lastAt": at,
        "store": "default",
        "account": 0,
        "setting": SETTING_KEY,
        "before": None,
        "after": after,
        "fresh": after == "off",
        "by": "linkedin-page",
        "browser": "Made up 1",
        "version": "0.0.1",
    }
    return plain | rest


def remember(browser: Browser, *entries: dict[str, Any], **rest: Any) -> None:
    """Put a record into the extension's storage, of the store that the driver's tab has.

    And the rest with it, at once.
    """
    stored = [entry | {"store": browser.usual_store} for entry in entries]
    record = {"schema": 2, "accounts": {}, "entries": stored, "objections": []}
    browser.put_in_storage("local", {"record": record, **rest})


def entries(browser: Browser) -> list[dict[str, Any]]:
    """What the extension remembers, the oldest first."""
    return browser.extension_storage("local").get("record", {}).get("entries", [])


def outcomes(browser: Browser) -> list[tuple[str, str]]:
    """What was read and by whom, the oldest first."""
    return [(entry["after"], entry["by"]) for entry in entries(browser)]


def date_of(browser: Browser, days_ago: float) -> str:
    """The date so long ago, as our messages write it."""
    script = "return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long'}).format(arguments[0])"
    at = int(time.time() * 1000 - days_ago * DAY)
    return browser.driver.execute_script(script, at)
