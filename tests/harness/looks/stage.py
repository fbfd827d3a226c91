"""Where scenes are played: the stand-in at the real address, in one scheme and one language."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.harness import words
from tests.harness.browsers import Browser, until
from tests.harness.fresh import begin_anew
from tests.harness.linkedin import LinkedIn
from tests.harness.pseudo import PLACES
from tests.harness.screens import SettingsPage

NEVER = 3_600_000  # ms: longer than anybody waits
PATIENCE = 20.0  # seconds: longer than the extension waits for a switch
# Else by the same code.
LINKEDIN_SPEAKS = {"ja": "ja-JP", "pt_BR": "pt-BR", "zh_TW": "zh-TW"} | PLACES
HEADLINE = "document.getElementById('headline').textContent"
LISTED = "/mypreferences/d/categories/privacy"


@dataclass
class Stage:
    """The driver's tab, and what LinkedIn is like in the scene that is played."""

    browser: Browser
    linkedin: LinkedIn
    scheme: str = "light"
    language: str = "en"

    def __post_init__(self) -> None:
        """Look at the browser's tab as a member does."""
        self.page = SettingsPage(self.browser, self.linkedin)
        self._undo: list[Callable[[], None]] = []

    def begin(self, **options: Any) -> None:
        """Have a fresh tab, with nothing remembered, and LinkedIn as usual but for these."""
        if panel := self.browser.find_panel():
            panel.close()
        while self._undo:
            self._undo.pop()()
        # A save that is under way ends with its page; else the browser would send it once more.
        self.browser.driver.get("about:blank")
        begin_anew(self.browser, self.linkedin)
        self.set_linkedin(**options)

    def set_linkedin(self, **options: Any) -> None:
        """Have LinkedIn's pages be so from now on, in the stage's scheme and language."""
        language = LINKEDIN_SPEAKS.get(self.language, self.language)
        plain = {"dark": self.scheme == "dark", "language": language}
        options_now = self.linkedin.page_options.__class__(**plain)
        self.linkedin.page_options = replace(options_now, **options)

    def revoke_site_access(self) -> None:
        """Have the browser not let the extension run on LinkedIn, until the next scene."""
        self.browser.revoke_site_access()
        self._undo.append(self.browser.grant_site_access)

    def store(self, **values: Any) -> None:
        """Put these into the extension's storage, as the extension would."""
        self.browser.put_in_storage("local", values)

    def message(self, key: str) -> str:
        """A text of ours, as the scene's language has it."""
        return words.message(key, self.language)

    def wait_for_badge(self, badge: str) -> None:
        """Wait until the toolbar button shows this."""
        until(lambda: self.browser.badge() == badge, f"badge {badge!r}", PATIENCE)

    def wait_for_fresh_load(self) -> None:
        """Wait until the page in the tab is one that was loaded anew."""
        kind = "return performance.getEntriesByType('navigation')[0]?.type"
        until(lambda: self.browser.driver.execute_script(kind) == "reload", "fresh load", PATIENCE)

    def wait_for_banner(self, state: str) -> None:
        """Wait for the banner whose headline is this state's, and until the badge is its, too."""
        told = self.message(f"headline_{state}")

        def tells() -> bool:
            banner = self.page.banner
            return banner is not None and banner.headline == told

        until(tells, f"banner of {state}", PATIENCE)
        if state in words.BADGES:
            self.wait_for_badge(words.BADGES[state])

    def prove(self) -> None:
        """From a page that is on to its fresh load, in which there is no switch."""
        self.set_linkedin(mount_after=NEVER)
        self.page.click_toolbar()
        # The page before says the same until it goes.
        self.wait_for_fresh_load()
        self.wait_for_banner("proving")

    def open_panel(self, state: str | None = None) -> None:
        """Click the toolbar button where that opens the panel; waits as `wait_for_panel`."""
        self.page.click_toolbar()
        self.wait_for_panel(state)

    def wait_for_panel(self, state: str | None = None) -> None:
        """Wait until the open panel tells this state; without one, until it tells anything."""
        panel = self.browser.panel()
        told = state and self.message(f"headline_{state}")

        def tells() -> bool:
            said = panel.evaluate(HEADLINE)
            return said == told if told else bool(said)

        until(tells, f"panel of {state or 'anything'}", PATIENCE)


@dataclass(frozen=True)
class Scene:
    """Something that people see.

    Attributes:
        name: of its picture, in the words of docs/states.md.
        play: brings it about.
        shows: what is photographed: "banner" is LinkedIn's page, "page" one of ours, "panel".
    """

    name: str
    play: Callable[[Stage], None]
    shows: str
