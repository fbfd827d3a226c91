"""Every scene, by name, and how its picture is taken."""

from pathlib import Path
from types import ModuleType

from PIL import Image

from tests.harness.looks import banners, own_pages, panels
from tests.harness.looks.parts import still
from tests.harness.looks.stage import Scene, Stage


def _scenes(module: ModuleType, shows: str) -> dict[str, Scene]:
    """The scenes of a module: its functions whose names are no secrets."""
    plays = {
        name: play
        for name, play in vars(module).items()
        if callable(play) and play.__module__ == module.__name__ and not name.startswith("_")
    }
    names = {name: f"{shows}-{name.replace('_', '-')}" for name in plays}
    return {names[name]: Scene(names[name], play, shows) for name, play in plays.items()}


SCENES = _scenes(banners, "banner") | _scenes(panels, "panel") | _scenes(own_pages, "page")


def take(stage: Stage, scene: Scene, file: Path) -> None:
    """Play a scene, and write its picture: LinkedIn's window, the panel, or all of our page."""
    scene.play(stage)
    browser = stage.browser
    shoot = {
        "banner": browser.screenshot,
        "panel": lambda to: browser.panel().screenshot(to),
        "page": browser.page_screenshot,
    }[scene.shows]

    def look() -> Image.Image:
        shoot(file)
        with Image.open(file) as picture:
            return picture.convert("RGB")

    still(look).save(file, optimize=True)
