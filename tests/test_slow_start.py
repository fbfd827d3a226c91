"""A background that starts slowly, as with a browser that brings back many tabs at once."""

import shutil
from collections.abc import Iterator

import pytest

from tests.harness.browsers import Browser, launch
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.outcome import assert_untouched
from tests.harness.screens import SettingsPage

# Longer than all but the last hellos of a page together: see content/visit.js.
STARTS_IN = 12  # s
BUSY = f"for (const until = Date.now() + {STARTS_IN} * 1000; Date.now() < until; ) ;\n"


@pytest.fixture
def slow_browser(browser_name, dist, linkedin, tmp_path) -> Iterator[Browser]:
    """A browser whose extension is busy for so long whenever its background starts."""
    package = shutil.copytree(dist / browser_name, tmp_path / browser_name)
    script = package / "background" / "main.js"
    script.write_text(BUSY + script.read_text("utf-8"), "utf-8")
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint()}
    with launch(browser_name, package=package, **start) as browser:
        yield browser


def test_a_page_waits_for_it(slow_browser, linkedin):
    page = SettingsPage(slow_browser, linkedin)
    slow_browser.stop_background()
    page.open()
    page.wait_for_state("on", seconds=2 * STARTS_IN)
    assert page.wait_for_banner("on").buttons == ["Turn off", "Not now"]
    assert_untouched(linkedin)
