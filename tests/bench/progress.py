"""Says how far a run is, and how long it still takes."""

import sys
import time
from collections.abc import Sequence

from .cases import Case


def seconds_left(cases: Sequence[Case], done: Sequence[tuple[Case, float]]) -> float:
    """How long the rounds to come take, if this machine stays as fast as it was.

    Args:
        cases: every round of the run, as the case that it is of.
        done: the rounds that are done, with the seconds that each took.
    """
    expected = sum(case.seconds for case, _ in done)
    pace = sum(seconds for _, seconds in done) / expected if expected else 1.0
    return pace * sum(case.seconds for case in cases[len(done) :])


class Progress:
    """One line, written over where that can be."""

    def __init__(self, cases: Sequence[Case]):
        """Show a run of these rounds, each as the case that it is of."""
        self._cases = cases
        self._done: list[tuple[Case, float]] = []

    def begin(self, number: int) -> None:
        """Tell that the next round begins: this one of its case."""
        case = self._cases[len(self._done)]
        names = list(dict.fromkeys(one.name for one in self._cases))
        left = seconds_left(self._cases, self._done)
        self._write(
            f"case {names.index(case.name) + 1} of {len(names)}, {case.title}: "
            f"round {number + 1} of {self._cases.count(case)}; {_minutes(left)} left"
        )
        self._started = time.monotonic()

    def end(self) -> None:
        """Tell that it is done."""
        case = self._cases[len(self._done)]
        self._done.append((case, time.monotonic() - self._started))

    def clear(self) -> None:
        """Leave the line to others."""
        if sys.stdout.isatty():
            print("\r\033[K", end="", flush=True)

    def _write(self, text: str) -> None:
        self.clear()
        print(text, end="" if sys.stdout.isatty() else "\n", flush=True)


def _minutes(seconds: float) -> str:
    return f"about {round(seconds / 60)} min" if seconds > 90 else f"about {round(seconds)} s"
