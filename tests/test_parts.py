"""What a run says of its parts."""

import pytest

from tests.parts import by_part

NOWHERE = ("", 0, "")


def report(nodeid: str, when: str, duration: float) -> pytest.TestReport:
    return pytest.TestReport(nodeid, NOWHERE, {}, "passed", None, when, duration=duration)


def test_a_file_has_the_time_of_all_its_tests_and_the_longest_is_first():
    parts = by_part(
        [
            report("tests/test_a.py::test_one", "setup", 2.0),
            report("tests/test_a.py::test_one", "call", 0.5),
            report("tests/test_b.py::test_two[chromium]", "call", 4.0),
            report("tests/test_a.py::test_three", "call", 1.0),
        ]
    )
    assert list(parts) == ["tests/test_b.py", "tests/test_a.py"]
    assert parts["tests/test_a.py"] == (pytest.approx(3.5), 2)
    assert parts["tests/test_b.py"] == (pytest.approx(4.0), 1)


def test_who_ran_nothing_is_told_nothing():
    assert by_part([]) == {}
