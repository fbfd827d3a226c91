"""Every form of the page and every way to fail, at least once: the claim is right, or none is made.

`make truth` runs every failure on every form and writes docs/truth.md.
"""

import pytest

from tests.truth.case import CROSS, ONCE, Case, run_case
from tests.truth.papers import TRUTH, fingerprint


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Choose the cases: `--cross` runs all of them."""
    if "case" in metafunc.fixturenames:
        cases = CROSS if metafunc.config.getoption("cross") else ONCE
        metafunc.parametrize("case", cases, ids=lambda case: case.name)


def test_the_claim_is_right(case: Case, page, pytestconfig):
    outcome = run_case(case, page)
    if folder := pytestconfig.getoption("cross"):
        outcome.write(folder)
    assert not outcome.wrong, outcome


def test_the_papers_are_those_of_this_code():
    """Otherwise run `make truth` again: the extension, the pages or the suite have changed."""
    assert fingerprint() in TRUTH.read_text(encoding="utf-8")
