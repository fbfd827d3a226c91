"""Where a captured page is from: the comment on its top, its name, what README.md says."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from builder.bad_input import ROOT, BadInputError

CAPTURED = ROOT / "tests" / "pages" / "captured"
README = ROOT / "README.md"

_COMMENT = re.compile(
    "<!-- Captured[.] Date: (?P<day>[^;]*); language: (?P<language>[^;]*);"
    " browser: (?P<browser>[^;]*); found: (?P<found>[^;]*); sanitised by build[.]py capture[.] -->"
)
_LINE = re.compile("^Confirmed on a live LinkedIn page: .*$", re.MULTILINE)
# What the detector's finding begins with where no switch is certain.
NOTHING = "no certain switch"


@dataclass(frozen=True, order=True)
class Provenance:
    """When, in which interface language and by which browser a page was saved.

    Attributes:
        found: what the detector found on the copy, in a line.
    """

    day: date
    language: str
    browser: str
    found: str

    @property
    def file_name(self) -> str:
        """Such as 2026-12-01-en-firefox-153.html."""
        slug = re.sub("[^a-z0-9]+", "-", self.browser.lower()).strip("-")
        return f"{self.day}-{self.language}-{slug}.html"

    @property
    def comment(self) -> str:
        """The first line of the file."""
        return (
            f"<!-- Captured. Date: {self.day}; language: {self.language}; browser: {self.browser};"
            f" found: {self.found}; sanitised by build.py capture. -->"
        )

    @property
    def shows_the_switch(self) -> bool:
        """Whether the page confirms anything: a page without the switch does not."""
        return not self.found.startswith(NOTHING)

    @classmethod
    def read(cls, file: Path) -> Self:
        """The provenance of a captured page.

        Raises:
            BadInputError: its first line does not say it.
        """
        line = file.read_text(encoding="utf-8").partition("\n")[0]
        match = _COMMENT.fullmatch(line)
        try:
            return cls(**match.groupdict() | {"day": date.fromisoformat(match["day"])})
        except (AttributeError, TypeError, ValueError):
            problem = "is not what `build.py capture` writes; capture the page again"
            raise BadInputError(file, "line 1", problem) from None


def confirmed(folder: Path = CAPTURED) -> Provenance | None:
    """The newest captured page that shows the switch, or None."""
    pages = [Provenance.read(file) for file in folder.glob("*.html")]
    return max((page for page in pages if page.shows_the_switch), default=None)


def with_confirmation(readme: str, newest: Provenance | None) -> str:
    """README.md with its line about the newest page brought up to date.

    Raises:
        BadInputError: it has not exactly one such line.
    """
    if len(_LINE.findall(readme)) != 1:
        problem = 'must have one line "Confirmed on a live LinkedIn page: never"; restore it'
        raise BadInputError(README, "", problem)
    said = f"{newest.day}, {newest.language}, {newest.browser}" if newest else "never"
    return _LINE.sub(f"Confirmed on a live LinkedIn page: {said}", readme)
