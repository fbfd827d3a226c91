"""The page as a member sees it, with an eye on every claim of off."""

from dataclasses import dataclass
from typing import Any

from tests.harness import words
from tests.harness.browsers import Browser
from tests.harness.history import entries
from tests.harness.linkedin import SETTING_KEY, LinkedIn
from tests.harness.review_page import ReviewPage
from tests.harness.screens import SettingsPage
from tests.truth.forms import Form

# The banner's headlines; of another setting it does not say what that one is about.
_HEADLINES = {words.message(f"headline_{state}"): state for state in words.SPOKEN} | {
    words.message("headline_other_on"): "on"
}


class Witness(SettingsPage):
    """The AI setting's page: the toolbar button makes the claims."""

    key = SETTING_KEY
    false_claims = 0

    @property
    def state(self) -> str:
        """As told; a claim of off is held against what LinkedIn served last."""
        state = self.told()
        shown = [one for one in self.linkedin.shown if self.key in one.settings]
        if state == "off" and shown and shown[-1].settings[self.key]:
            self.false_claims += 1
        return state

    def told(self) -> str:
        """The state as the member is told it."""
        return super().state

    def ask(self) -> None:
        """Click the toolbar button as soon as the page says something."""
        self.open()
        self.wait_for_state("on", "locked", "looking")
        self.click_toolbar()

    def forget_claims(self) -> None:
        """What was claimed before does not count from now on."""
        self.states.clear()
