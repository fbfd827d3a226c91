"""Waiting for a condition: nothing in the harness waits for a time."""

from collections.abc import Callable
from typing import TypeVar

from selenium.webdriver.support.ui import WebDriverWait

Found = TypeVar("Found")

PATIENCE = 10.0  # seconds; everything waited for here takes well under one on an idle machine
POLL = 0.02  # seconds between two looks


def until(condition: Callable[[], Found], what: str, seconds: float = PATIENCE) -> Found:
    """Look again and again till `condition()` is truthy, and return what it returned.

    Raises:
        selenium.common.TimeoutException: with `what` in its text, after `seconds`.
    """
    wait = WebDriverWait(None, seconds, poll_frequency=POLL)
    return wait.until(lambda _: condition(), message=f"no {what} within {seconds} s")
