"""Waiting for a condition: nothing in the harness waits for a time."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from selenium.common import (
    DetachedShadowRootException,
    JavascriptException,
    NoSuchElementException,
    NoSuchShadowRootException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver.support.ui import WebDriverWait

Found = TypeVar("Found")

PATIENCE = 20.0  # seconds; everything waited for here takes well under one on an idle machine
# Seconds between two looks: often while most things happen, less often in a long wait, so that
# waiting browsers leave the machine to the others.
EAGER, CALM = 0.05, 0.15
EAGER_FOR = 3.0
# While a page is being replaced, what was just found may be gone: its parts, even its root.
GOING = (
    DetachedShadowRootException,
    JavascriptException,
    NoSuchElementException,
    NoSuchShadowRootException,
    StaleElementReferenceException,
    TimeoutException,
)


def until(condition: Callable[[], Found], what: str, seconds: float = PATIENCE) -> Found:
    """Look again and again till `condition()` is truthy, and return what it returned.

    A look at a page that is being replaced finds nothing; it is one of those that come too early.

    Raises:
        selenium.common.TimeoutException: with `what` in its text, after `seconds`, and with where
            the last look broke off, if it did.
    """
    told = f"no {what} within {seconds} s"
    with suppress(TimeoutException):
        soon = WebDriverWait(None, min(seconds, EAGER_FOR), EAGER, GOING)
        return soon.until(lambda _: condition())
    later = WebDriverWait(None, max(0.0, seconds - EAGER_FOR), CALM, GOING)
    return later.until(lambda _: condition(), message=told)
