"""`make demo`: plays the main journey in a real browser, at the real address, on the stand-in.

Prints each state with its time, and leaves pictures in dist/demo/. With a screen it shows the
browser and leaves it open until Enter is pressed.
"""

import os
import sys
import time
from pathlib import Path

from builder.bad_input import ROOT
from tests.harness.browsers import NAMES, launch
from tests.harness.linkedin import LinkedIn, SaveScenario, certificate_fingerprint
from tests.harness.screens import SettingsPage
from tests.harness.words import BADGES, title

PICTURES = ROOT / "dist" / "demo"


class Player:
    """Acts the journey out, and tells what a member would see."""

    def __init__(self, page: SettingsPage):
        self._page = page
        self._started = time.monotonic()

    def tell(self, text: str) -> None:
        """Print a line with the seconds since the start."""
        print(f"{time.monotonic() - self._started:6.2f} s  {text}", flush=True)

    def see(self, state: str) -> None:
        """Wait for a state, and tell it."""
        self._page.wait_for_state(state)
        badge = BADGES[state] or "none"
        self.tell(f"badge {badge:4} {title(state)}")

    def picture(self, name: str) -> None:
        """Keep a picture of the page."""
        self._page.browser.screenshot(self._file(name))

    def panel_picture(self, name: str) -> None:
        """Open the panel by the toolbar button, and keep a picture of it."""
        self._page.click_toolbar()
        panel = self._page.browser.panel()
        panel.screenshot(self._file(name))
        panel.close()

    def _file(self, name: str) -> Path:
        return PICTURES / f"{self._page.browser.name}-{name}.png"


def play(page: SettingsPage) -> None:
    """From the setting's page, on, by one click to a fresh load that shows it off."""
    player = Player(page)
    player.tell("opening LinkedIn's page “Data for Generative AI Improvement”")
    page.open()
    player.see("on")
    page.wait_for_banner("on")
    player.picture("1-banner")
    player.tell("clicking the toolbar button, once")
    page.click_toolbar()
    player.see("saving")
    page.wait_for_banner("saving")
    player.picture("2-progress")
    player.see("proving")
    player.see("off")
    page.wait_for_banner("off")
    player.picture("3-off")
    player.panel_picture("4-panel")
    saves = [f"{save.key} -> {'on' if save.value else 'off'}" for save in page.linkedin.saves]
    player.tell(f"saved at LinkedIn: {', '.join(saves)}")


def main() -> int:
    """Run the demo in the browser that $BROWSER names; 0, or 2 for an unknown name."""
    name = os.environ.get("BROWSER", NAMES[0])
    if name not in NAMES:
        print(f"BROWSER={name}: use one of {', '.join(NAMES)}", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    with LinkedIn() as linkedin:
        linkedin.save = SaveScenario(delay=1.0)  # so that the progress can be seen
        with launch(
            name,
            package=ROOT / "dist" / name,
            proxy=linkedin.port,
            headless=not screen,
            certificate=certificate_fingerprint(),
        ) as browser:
            play(SettingsPage(browser, linkedin))
            if screen and sys.stdin.isatty():
                input("The browser stays open for you to try. Press Enter to end it. ")
    print(f"pictures: {PICTURES.relative_to(ROOT)}/{name}-*.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
