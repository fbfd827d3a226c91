"""All cases, in the order in which they run."""

from collections.abc import Callable
from dataclasses import dataclass

from . import (
    case_act,
    case_growth,
    case_idle,
    case_journey,
    case_profile,
    case_size,
    case_storms,
    case_tell,
)
from .contenders import Contenders
from .results import Results


@dataclass(frozen=True)
class Case:
    """One thing that is measured, again and again.

    Attributes:
        name: as `--only` takes it.
        title: what it tells.
        rounds: how often it is played.
        seconds: how long a round takes on an idle machine, about.
        play: plays the round of this number, and notes what it came to.
    """

    name: str
    title: str
    rounds: int
    seconds: float
    play: Callable[[Contenders, Results, int], None]


CASES = [
    Case("size", "Size", 1, 1, case_size.play),
    Case("idle", "Idle cost", 6, 62, case_idle.play),
    Case("tell", "Time to tell", 5, 20, case_tell.play),
    Case("act", "Time to act", 5, 10, case_act.play),
    Case("journey", "The journey", 3, 18, case_journey.play),
    Case("growth", "Growth", 3, 35, case_growth.play),
    Case("profile", "Where the time goes", 1, 60, case_profile.play),
    Case("list", "List rendered anew", 3, 30, case_storms.play_list),
    Case("storms", "Storms", 12, 28, case_storms.play_storm),
]
