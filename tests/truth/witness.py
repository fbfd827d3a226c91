"""The page as a member sees it, with an eye on every claim of off."""

from tests.harness import words
from tests.harness.browsers import Browser
from tests.harness.history import entries
from tests.harness.linkedin import LinkedIn
from tests.harness.review_page import ReviewPage
from tests.harness.screens import SettingsPage
from tests.truth.forms import Form

# What the banner says in each state. Of another setting it says another sentence when it is on.
_HEADLINES = {
    words.message(f"headline_{state}"): state for state in words.BADGES if words.has_headline(state)
}
_HEADLINES[words.message("headline_other_on")] = "on"


class Witness(SettingsPage):
    """The AI setting's page: the toolbar button makes the claims."""

    def __init__(self, browser: Browser, linkedin: LinkedIn, form: Form) -> None:
        super().__init__(browser, linkedin, address=form.path)
        self.setting, self.key = form.setting, form.key
        self.false_claims = 0

    @property
    def state(self) -> str:
        """As told; a claim of off is held against what LinkedIn served last."""
        state = self.told()
        shown = [one.settings[self.key] for one in self.linkedin.shown if self.key in one.settings]
        if state == "off" and shown and shown[-1]:
            self.false_claims += 1
        return state

    def told(self) -> str:
        """The state that the member is told; noted in `states` when it is new."""
        return super().state

    def ask(self) -> None:
        """Click the toolbar button as soon as the page says something."""
        self.open()
        self.wait_for_state("on", "locked", "looking")
        self.click_toolbar()

    def forget_claims(self) -> None:
        """What was claimed before does not count from now on."""
        self.states.clear()


class OtherWitness(Witness):
    """Another setting's page: the banner makes the claims, and where there is none the history.

    The toolbar button must not speak of it at all.
    """

    def told(self) -> str:
        """The state that the member is told; noted in `states` when it is new."""
        banner = self.banner
        state = _HEADLINES[banner.headline] if banner else self._recorded()
        if self.states[-1:] != [state]:
            self.states.append(state)
        return state

    def _recorded(self) -> str:
        ours = [entry for entry in entries(self.browser) if entry["setting"] == self.key]
        return ours[-1]["after"].replace("-", "_") if ours else "elsewhere"

    def badge_in(self, state: str) -> str:  # noqa: ARG002 - whatever it is
        """What the badge has to show in a state: nothing."""
        return ""

    def ask(self) -> None:
        """Press "Turn off" beside it on the review page."""
        before = set(self.browser.driver.window_handles)
        review = ReviewPage(self.browser)
        review.open()
        review.press_in_row(self.setting, "turn-off")
        self.go_to_new_tab(before)

    def forget_claims(self) -> None:
        """What was claimed before does not count from now on."""
        super().forget_claims()
        self.browser.clear_storage("local")
