"""Installed while the setting's page is already open: the member need not know why it is different.

Starts its own browser, since the extension must not be there at first.
"""

import pytest

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
    late_page.click_toolbar_of_an_old_page()
    late_page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
