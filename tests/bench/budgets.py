"""What it may cost, and whether it does: section 8 of the design, and decisions 27, 36 and 40."""

from dataclasses import dataclass
from typing import Literal

from .figures import figure, slack
from .results import AGAIN, OURS, Results

# What a value is held against: nothing added, a share of what the peer adds, nothing times, or
# nothing at all.
Way = Literal["added", "shares", "times", "values"]
EVEN = {"shares": 0.0, "times": 1.0}

KNOWN, LOOKING = "once the switch is known", "while looking"
NO_SETTING = "a settings page of no setting we know"
OTHER_SETTING = "another setting's page"
BANNER = "the setting's page, banner drawn"
BACK = "the same, off the day before"
FEED, OFF_SITE = "the feed", "a page off LinkedIn"


@dataclass(frozen=True)
class Budget:
    """A limit that the median must not exceed, but for noise.

    Attributes:
        name: what is limited.
        case: where it is measured.
        scene: on what.
        measure: by what.
        way: held against what.
        limit: the most that it may be.
        unit: of the limit.
        planned: the limit that a decision replaced, if one did.
    """

    name: str
    case: str
    scene: str
    measure: str
    way: Way
    limit: float
    unit: str
    planned: float | None = None


@dataclass(frozen=True)
class Verdict:
    """What became of a budget.

    Attributes:
        budget: which.
        median: what was measured; None if nothing was.
        low: its first quartile.
        high: its third quartile.
        noise: how far nothing lay from nothing in the same run.
        outcome: "held"; "within noise": over the limit by no more than that; "broken"; or
            "not measured".
    """

    budget: Budget
    median: float | None
    low: float | None
    high: float | None
    noise: float
    outcome: Literal["held", "within noise", "broken", "not measured"]

    @property
    def is_broken(self) -> bool:
        """Whether the run fails for it."""
        return self.outcome == "broken"

    @property
    def misses_plan(self) -> bool:
        """Whether it is over the limit that was planned, though a decision allows that."""
        planned = self.budget.planned
        return planned is not None and self.median is not None and self.median > planned


SHARE = "of autoconsent's"
# Where autoconsent added 19 ms, 1.5 ms were planned, and 4 ms with a banner.
QUIET, SPEAKING = 0.08, 0.21

BUDGETS = [
    Budget("Script added", "idle", NO_SETTING, "script", "shares", 0.15, SHARE, QUIET),
    Budget("Script added", "idle", OTHER_SETTING, "script", "shares", 0.25, SHARE, QUIET),
    Budget("Script added", "idle", BANNER, "script", "shares", 0.4, SHARE, SPEAKING),
    Budget("Script added", "idle", BACK, "script", "shares", 0.4, SHARE, SPEAKING),
    Budget("Scripts of ours", "idle", FEED, "worlds", "values", 0, "scripts"),
    Budget("Scripts of ours", "idle", OFF_SITE, "worlds", "values", 0, "scripts"),
    Budget("Switch to banner", "tell", "all delays", "frames", "values", 1, "frames"),
    Budget("Storm of 100,000 nodes", "storms", KNOWN, "total", "times", 1.3, "times", 1.05),
    Budget("Storm of 100,000 nodes", "storms", LOOKING, "total", "times", 1.9, "times"),
    Budget("Package, languages apart", "size", "package", "compressed", "values", 128, "KB", 60),
    Budget("Content scripts", "size", "content scripts", "counted", "values", 48, "KB"),
]


def judge(results: Results) -> list[Verdict]:
    """What became of every budget."""
    return [_judge_one(budget, results) for budget in BUDGETS]


def _judge_one(budget: Budget, results: Results) -> Verdict:
    where = (budget.case, budget.scene)
    measured = getattr(results, budget.way)
    found = figure(measured(*where, OURS, budget.measure))
    if found is None:
        return Verdict(budget, None, None, None, 0.0, "not measured")
    noise = 0.0
    if budget.way in EVEN:
        noise = slack(measured(*where, AGAIN, budget.measure), EVEN[budget.way])
    return Verdict(
        budget, found.median, found.low, found.high, noise, _outcome(found.median, budget, noise)
    )


def _outcome(
    median: float, budget: Budget, noise: float
) -> Literal["held", "within noise", "broken"]:
    if median <= budget.limit:
        return "held"
    return "within noise" if median <= budget.limit + noise else "broken"
