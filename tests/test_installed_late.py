"""Installed while the setting's page is already open: the member need not know why it is different.

Starts its own browser, since the extension must not be there at first.
"""

import pytest

from tests.harness import words
from tests.harness.browsers import launch
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.outcome import assert_only_the_ai_switch_went_off
from tests.harness.screens import SettingsPage


@pytest.fixture
def late_page(browser_name, dist, linkedin):
    """The setting's page, opened before Offswitch was installed."""
    certificate = certificate_fingerprint()
    with launch(
        browser_name, package=None, proxy=linkedin.port, certificate=certificate
    ) as browser:
        page = SettingsPage(browser, linkedin)
        page.open()
        browser.install(dist / browser_name, first_page="welcome/welcome.html")
        yield page


def test_it_is_turned_off_and_proven(late_page, linkedin):
    """One browser starts scripts in open tabs and acts at once, the other offers to reload."""
    late_page.click_toolbar()
    late_page.wait_until(
        lambda: late_page.state != "elsewhere" or late_page.browser.find_panel(), "answer"
    )
    if panel := late_page.browser.find_panel():
        assert words.message("headline_open_before") in panel.evaluate("document.body.innerText")
        assert panel.evaluate("document.getElementById('action').textContent") == words.message(
            "button_reload_and_turn_off"
        )
        panel.click("#action")
    late_page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
