"""The panel as a person sees it: the page object of the toolbar button's popup."""

from dataclasses import dataclass

from tests.harness import words
from tests.harness.browsers import Browser, Panel, until

# It draws what is remembered, and once more when the page has answered, or cannot.
HAS_TOLD = "performance.getEntriesByName('shown').length > 1"
_SHOWN = "(({hidden, textContent}) => hidden ? '' : textContent)(document.getElementById('%s'))"


@dataclass
class PanelScreen:
    """The panel that is open in the driver's window."""

    panel: Panel

    @classmethod
    def wait_for(cls, browser: Browser) -> "PanelScreen":
        """Wait until a panel is open and says something."""
        screen = cls(browser.panel())
        until(lambda: screen.panel.evaluate(HAS_TOLD), "text in the panel")
        return screen

    @property
    def headline(self) -> str:
        """Its headline."""
        return self._shown("headline")

    @property
    def detail(self) -> str:
        """The sentence below."""
        return self._shown("detail")

    @property
    def action(self) -> str:
        """The label of its main button, "" where there is none."""
        return self._shown("action")

    def press_action(self) -> None:
        """Click its main button with the mouse."""
        self.panel.click("#action")

    def wait_for_headline(self, name: str) -> None:
        """Wait until it says what this message says: "no_access" for headline_no_access."""
        expected = words.message(f"headline_{name}")
        until(lambda: self.headline == expected, f"headline {expected!r}")

    def _shown(self, element: str) -> str:
        return self.panel.evaluate(_SHOWN % element)
