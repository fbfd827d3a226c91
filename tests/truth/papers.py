"""docs/truth.md: what was claimed in every case, and of which code that is true."""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from builder.bad_input import ROOT
from builder.template import render_template
from tests.harness.browsers import NAMES
from tests.truth.case import CROSS, Outcome
from tests.truth.failures import FAILURES

TRUTH = ROOT / "docs" / "truth.md"
# What the outcomes depend on: the extension, the pages it is shown, and who judges.
JUDGED = ("extension", "catalogue", "tests/pages", "tests/harness", "tests/truth")
# No case opens these, or sees colours: they claim nothing that a case reads.
UNREAD_PAGES = ("history", "options", "review", "rights", "welcome")
UNREAD = {"extension/" + page for page in UNREAD_PAGES} | {"tests/harness/looks"}
UNREAD_SUFFIXES = {".css", ".svg", ".pyc", ".md"}


def fingerprint() -> str:
    """A hash of all files that the outcomes depend on, looks left out."""
    digest = hashlib.sha256()
    for file in _judged_files():
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _judged_files() -> Iterator[Path]:
    for folder in JUDGED:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and not _is_unread(file):
                yield file


def _is_unread(file: Path) -> bool:
    folders = {folder.as_posix() for folder in file.relative_to(ROOT).parents}
    return file.suffix in UNREAD_SUFFIXES or not UNREAD.isdisjoint(folders)


def read_outcomes(folder: Path) -> list[Outcome]:
    """The outcomes that a run has written, in the order of the cases.

    Raises:
        ValueError: a case is missing, or there are others.
    """
    found = [Outcome(**json.loads(file.read_text("utf-8"))) for file in folder.glob("*.json")]
    by_case = {(one.form, one.failure, one.browser): one for one in found}
    wanted = [
        (case.form.name, case.failure.name, browser) for case in CROSS for browser in case.browsers
    ]
    if missing := [name for name in wanted if name not in by_case]:
        raise ValueError(f"{len(missing)} cases have no outcome, such as {missing[0]}")
    return [by_case[name] for name in wanted]


def write_papers(outcomes: list[Outcome], file: Path = TRUTH) -> None:
    """Write docs/truth.md.

    Args:
        outcomes: of every case, in both browsers.
        file: where to.
    """
    values = {
        "scores": [_score(browser, outcomes) for browser in NAMES],
        "browsers": NAMES,
        "failures": [
            (failure, _rows([one for one in outcomes if one.failure == failure.name]))
            for failure in FAILURES
        ],
        "wrong": [one for one in outcomes if one.wrong],
        "fingerprint": fingerprint(),
    }
    text = render_template("truth.md.j2", values, Path(__file__).parent)
    file.write_text(text, encoding="utf-8")


def _score(browser: str, outcomes: list[Outcome]) -> tuple[str, int, int]:
    """The browser's name, its right claims and its cases."""
    cases = [one for one in outcomes if one.browser == browser]
    return browser, sum(not one.wrong for one in cases), len(cases)


def _rows(outcomes: list[Outcome]) -> list[tuple[str, dict[str, Outcome]]]:
    """By form, the outcomes by browser: some were tried in one of them only."""
    return [
        (form, {one.browser: one for one in group})
        for form, group in groupby(outcomes, lambda one: one.form)
    ]
