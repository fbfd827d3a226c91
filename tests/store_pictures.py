"""`make pictures`: what the stores and README show, in docs/pictures/, in the sizes they want.

Screenshots are Chromium's whole window on a screen of the tests' own, so the toolbar button and its
panel are real. LinkedIn's pages in them are our reconstruction, which their captions say.
"""

import shutil
import sys
import urllib.parse
from pathlib import Path

from jinja2 import Environment
from PIL import Image
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By

from builder.bad_input import ROOT
from builder.render import EXTENSION
from tests.harness.browsers import NAMES, Browser, launch
from tests.harness.browsers.screen import Screen
from tests.harness.linkedin import LinkedIn, certificate_fingerprint
from tests.harness.looks import banners, own_pages, panels
from tests.harness.looks.parts import still
from tests.harness.looks.stage import Stage
from tests.harness.words import message

PICTURES = ROOT / "docs" / "pictures"
STORE = PICTURES / "store"
SIZE = (1280, 800)
TILE = (440, 280)
PACKAGE = ROOT / "dist" / NAMES[0]
SHOTS = {
    "1-on": banners.on,
    "2-off": banners.off,
    "3-panel-from-anywhere": panels.known_on,
    "4-review": own_pages.review,
    "5-history": own_pages.history,
}


def photograph(browser: Browser, file: Path) -> None:
    """Write the window as it is on the screen, once nothing moves in it."""

    def look() -> Image.Image:
        browser.window_screenshot(file)
        with Image.open(file) as screen:
            return screen.convert("RGB").crop((0, 0, *SIZE))

    still(look, times=6).save(file, optimize=True)


def leave_address_bar(browser: Browser) -> None:
    """Click beside what is in the page, as a person would who came by an address typed in."""
    if browser.find_panel() is None:
        actions = ActionBuilder(browser.driver)
        actions.pointer_action.move_to_location(8, 400).click()
        actions.perform()


def take_screenshots() -> None:
    """The five screenshots, and README's picture."""
    start = {"package": PACKAGE, "certificate": certificate_fingerprint()}
    with (
        LinkedIn() as linkedin,
        Screen() as screen,
        launch(NAMES[0], proxy=linkedin.port, display=screen.display, **start) as browser,
    ):
        browser.driver.set_window_rect(0, 0, *SIZE)
        browser.button_box()  # puts it on the toolbar
        stage = Stage(browser, linkedin)
        for name, play in SHOTS.items():
            play(stage)
            leave_address_bar(browser)
            photograph(browser, STORE / f"screenshot-{name}.png")
            print(f"docs/pictures/store/screenshot-{name}.png", flush=True)
        banners.on(stage)
        browser.screenshot(PICTURES / "banner.png")


def take_tile() -> None:
    """The small tile, drawn from the product's own tokens, icon and words."""
    source = Path(__file__).with_name("harness") / "looks" / "tile.html.j2"
    tile = Environment(autoescape=False).from_string(source.read_text(encoding="utf-8"))  # noqa: S701 - ours
    html = tile.render(
        tokens=(EXTENSION / "shared" / "tokens.css").read_text(encoding="utf-8"),
        icon=(EXTENSION / "icons" / "icon.svg").read_text(encoding="utf-8"),
        name=message("name"),
        promise=message("description"),
    )
    with LinkedIn() as linkedin, launch(NAMES[0], package=None, proxy=linkedin.port) as browser:
        browser.driver.get(f"data:text/html;charset=utf-8,{urllib.parse.quote(html)}")
        browser.driver.find_element(By.TAG_NAME, "body").screenshot(str(STORE / "tile.png"))


def main() -> int:
    """Take all; 0, or 1 if one has not the size that the stores want."""
    STORE.mkdir(parents=True, exist_ok=True)
    shutil.copy(PACKAGE / "icons" / "icon-128.png", STORE / "icon.png")
    take_tile()
    take_screenshots()
    wanted = {"icon": (128, 128), "tile": TILE}
    wrong = []
    for file in sorted(STORE.glob("*.png")):
        with Image.open(file) as picture:
            if picture.size != wanted.get(file.stem, SIZE):
                wrong.append(f"{file.name}: {picture.size}")
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
