"""After the browser was quit and started again: still installed, and nothing begins anew."""

import pytest

from tests.harness import words
from tests.harness.browsers import FIRST_PAGE
from tests.harness.history import outcomes
from tests.harness.outcome import assert_only_the_ai_switch_went_off
from tests.harness.panel_screen import PanelScreen
from tests.harness.screens import SettingsPage


@pytest.fixture
def restarted(own_browser):
    """The browser at its second start."""
    own_browser.put_in_storage("local", {"kept": {"words": ["ü", None, 1]}})
    own_browser.put_in_storage("session", {"forgotten": True})
    own_browser.restart()
    return own_browser


def test_what_it_stored_is_there_and_what_it_kept_for_the_session_is_not(restarted):
    assert restarted.extension_storage("local")["kept"] == {"words": ["ü", None, 1]}
    assert "forgotten" not in restarted.extension_storage("session")


def test_it_turns_it_off_remembers_that_and_welcomes_nobody_again(restarted, linkedin):
    page = SettingsPage(restarted, linkedin)
    page.open()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
    page.wait_until(lambda: outcomes(restarted)[-1:] == [("off", "offswitch")], "entry")
    restarted.restart()
    page.open("/feed/")
    page.click_toolbar()
    assert PanelScreen.wait_for(restarted).headline == words.message("headline_last_off")
    assert restarted.extension_url(FIRST_PAGE) not in restarted.tab_urls()
