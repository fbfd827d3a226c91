"""Waiting: a look at a page that is going comes too early, and any other error comes out."""

import pytest
from selenium.common import JavascriptException, TimeoutException, WebDriverException

from tests.harness.browsers import until


def looks(*outcomes):
    """A condition that has these outcomes, one after the other: errors are raised."""
    left = iter(outcomes)

    def look():
        outcome = next(left)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return look


def test_a_look_at_a_page_that_is_going_is_not_the_last():
    gone = JavascriptException("document.documentElement is null")
    assert until(looks(gone, None, gone, "there"), "page") == "there"


def test_another_error_comes_out_at_once():
    with pytest.raises(WebDriverException, match="the browser is gone"):
        until(looks(None, WebDriverException("the browser is gone"), "there"), "page")
    with pytest.raises(AssertionError):
        until(looks(AssertionError(), "there"), "page")


def test_what_never_comes_is_named():
    gone = JavascriptException("document.documentElement is null")

    def look():
        raise gone

    with pytest.raises(TimeoutException, match=r"no page within 0\.1 s"):
        until(look, "page", 0.1)
