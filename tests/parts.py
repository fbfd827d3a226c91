"""Where the suite's time goes, told at the end of a run: a line for each file that took part."""

from collections.abc import Iterable

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell it where more than one file took part. The slowest tests pytest tells by itself."""
    reports = [one for kind in terminalreporter.stats.values() for one in kind]
    parts = by_part(one for one in reports if isinstance(one, pytest.TestReport))
    if len(parts) < 2:
        return
    terminalreporter.section("seconds and tests of each file, those of all workers together")
    for name, (seconds, count) in parts.items():
        terminalreporter.write_line(f"{seconds:8.1f} s {count:5}  {name}")


def by_part(reports: Iterable[pytest.TestReport]) -> dict[str, tuple[float, int]]:
    """Seconds and number of tests by file, the longest first.

    Args:
        reports: what pytest noted of set-up, call and end of each test.
    """
    seconds: dict[str, float] = {}
    tests: dict[str, set[str]] = {}
    for report in reports:
        name = report.nodeid.partition("::")[0]
        seconds[name] = seconds.get(name, 0) + report.duration
        tests.setdefault(name, set()).add(report.nodeid)
    ordered = sorted(seconds, key=lambda name: -seconds[name])
    return {name: (seconds[name], len(tests[name])) for name in ordered}
