"""`make screenshots`: every state of banner and panel, and our own pages, in dist/screenshots/.

One PNG a state, scheme and language, and a sheet of all of them for each scheme and language. A
state that cannot be reached is an error, which is told at the end.
"""

import os
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from selenium.common import WebDriverException

from builder.bad_input import ROOT
from tests.harness.browsers import NAMES, launch
from tests.harness.linkedin import LinkedIn, certificate_fingerprint
from tests.harness.looks.scenes import SCENES, take
from tests.harness.looks.sheet import contact_sheet
from tests.harness.looks.stage import Stage

FOLDER = ROOT / "dist" / "screenshots"
WINDOW = (1000, 800)  # so that a banner can be read on the sheet
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Wanted:
    """What is to be taken, from the environment: `make screenshots ONLY=panel LANGUAGES=ar`."""

    browser: str
    languages: tuple[str, ...]
    schemes: tuple[str, ...]
    only: str

    @classmethod
    def from_environment(cls) -> "Wanted":
        """What the variables say; what they leave out is as usual."""
        told = os.environ.get
        return cls(
            browser=told("BROWSER", NAMES[0]),
            languages=tuple(told("LANGUAGES", "en").split()),
            schemes=tuple(told("SCHEMES", " ".join(SCHEMES)).split()),
            only=told("ONLY", ""),
        )

    @property
    def scenes(self) -> list[str]:
        """The names of the scenes, in their order."""
        return [name for name in SCENES if re.search(self.only, name)]


def take_all(wanted: Wanted, scheme: str, language: str) -> list[str]:
    """Take every scene in one browser of its own; what could not be taken, and why."""
    failed = []
    start = {
        "scheme": scheme,
        "language": language.replace("_", "-"),
        "certificate": certificate_fingerprint(),
    }
    package = ROOT / "dist" / wanted.browser
    with (
        LinkedIn() as linkedin,
        launch(wanted.browser, package=package, proxy=linkedin.port, **start) as browser,
    ):
        browser.driver.set_window_size(*WINDOW)
        stage = Stage(browser, linkedin, scheme, language)
        for name in wanted.scenes:
            began = time.monotonic()
            file = _file(name, scheme, language)
            try:
                take(stage, SCENES[name], file)
                outcome = ""
            except (AssertionError, RuntimeError, WebDriverException) as error:
                outcome = f"{file.stem}: {str(error).strip().splitlines()[0]}"
                failed.append(outcome)
            seconds = time.monotonic() - began
            print(f"{seconds:5.1f} s  {outcome or file.stem}", flush=True)
    return failed


def _file(name: str, scheme: str, language: str) -> Path:
    return FOLDER / f"{name}-{scheme}-{language}.png"


def main() -> int:
    """Take what is wanted; 0, or 1 if a state could not be reached."""
    wanted = Wanted.from_environment()
    FOLDER.mkdir(parents=True, exist_ok=True)
    kinds = list(product(wanted.schemes, wanted.languages))
    for kind in kinds:
        for name in wanted.scenes:
            _file(name, *kind).unlink(missing_ok=True)
    failed = []
    with ProcessPoolExecutor(max_workers=2) as workers:
        for done in as_completed([workers.submit(take_all, wanted, *kind) for kind in kinds]):
            failed += done.result()
    for scheme, language in kinds:
        files = [_file(name, scheme, language) for name in wanted.scenes]
        sheet = FOLDER / f"sheet-{scheme}-{language}.png"
        contact_sheet([file for file in files if file.exists()], sheet)
        print(f"sheet: {sheet.relative_to(ROOT)}")
    for line in failed:
        print(f"not reached: {line}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
