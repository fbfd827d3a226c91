"""The pictures that a change is held against: tests/pictures/<browser>/<scene>-<scheme>.png."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from builder.bad_input import ROOT
from tests.harness.looks.compare import Difference, compare

FOLDER = ROOT / "tests" / "pictures"
REPORT = ROOT / "dist" / "visual"
COLOURS = 256  # a file is half the size so, and nobody sees it


@dataclass(frozen=True)
class Baseline:
    """One of them.

    Attributes:
        name: of the file, below the browser's folder.
        browser: that took it.
    """

    name: str
    browser: str

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return FOLDER / self.browser / f"{self.name}.png"

    def renew(self, actual: Path) -> str:
        """Keep this picture from now on, if it is not the same; what is to be said of it."""
        if not self.file.exists():
            told = "new"
        elif problem := self._problem(actual):
            told = problem
        else:
            return ""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(actual) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(self.file, optimize=True)
        return f"{self.browser}/{self.name}: {told}"

    def check(self, actual: Path) -> str:
        """Compare; what is wrong, with the names of three pictures that show it, or ""."""
        if not self.file.exists():
            return f"{self.file.relative_to(ROOT)} is missing: `make pictures` takes it"
        problem = self._problem(actual)
        if not problem:
            return ""
        names = {kind: self._report(kind) for kind in ("expected", "actual", "different")}
        names["expected"].parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.file, names["expected"])
        shutil.copy(actual, names["actual"])
        self._compare(actual).picture.save(names["different"])
        seen = ", ".join(str(file.relative_to(ROOT)) for file in names.values())
        return (
            f"{self.name} looks different in {self.browser}: {problem}.\nSee {seen}.\n"
            "If it is meant to look so, renew all pictures with `make pictures`."
        )

    def _problem(self, actual: Path) -> str:
        difference = self._compare(actual)
        return str(difference) if difference else ""

    def _compare(self, actual: Path) -> Difference:
        with Image.open(self.file) as old, Image.open(actual) as new:
            return compare(old.convert("RGB"), new.convert("RGB"))

    def _report(self, kind: str) -> Path:
        return REPORT / f"{self.browser}-{self.name}-{kind}.png"
