"""What of a scene is not said in the pseudo-locale, or does not fit."""

from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.harness.looks.stage import Scene, Stage

_SCRIPT = Path(__file__).with_name("find-unspoken.js").read_text(encoding="utf-8")
NOTHING = {"unspoken": [], "clipped": [], "read": True}


def found_in(driver: WebDriver, part: WebElement | None = None) -> dict[str, Any]:
    """What is found in a part of the driver's page, of a closed root too; None is all of it."""
    root = "arguments[0]" if part else "document.body"
    return driver.execute_script(f"{_SCRIPT}; return findUnspoken({root});", part)


def look_at(stage: Stage, scene: Scene) -> dict[str, dict[str, Any]]:
    """Play a scene, and look at all of ours in it.

    Args:
        stage: of a browser that speaks a pseudo-locale.
        scene: what is played.

    Returns:
        What was found by how it was looked at: as it is, and in a page of 320 px, which is also
        what 640 px are at 200 %. The panel makes its own size.
    """
    scene.play(stage)
    browser = stage.browser
    if scene.shows == "panel":
        found = browser.panel().evaluate(
            f"(() => {{{_SCRIPT}; return findUnspoken(document.body);}})()"
        )
        return {"panel": found}

    def now() -> dict[str, Any]:
        target = stage.page.overlay_section if scene.shows == "banner" else None
        return found_in(browser.driver, target)

    found = {"as it is": now()}
    with browser.page_of(320, 640):
        found["narrow"] = now()
    return found
