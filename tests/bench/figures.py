"""The arithmetic: medians, spreads, and one contender held against another pair by pair."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Figure:
    """What many measurements of one thing come to.

    Attributes:
        median: half of them are below.
        low: a quarter of them is below.
        high: a quarter of them is above.
        least: the smallest.
        most: the largest.
        count: how many there are.
    """

    median: float
    low: float
    high: float
    least: float
    most: float
    count: int


def figure(values: Sequence[float]) -> Figure | None:
    """Sum up measurements; None of none."""
    if not values:
        return None
    low, high = quantile(values, 0.25), quantile(values, 0.75)
    return Figure(statistics.median(values), low, high, min(values), max(values), len(values))


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies, between two of them where need be."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least a share of the values does not exceed."""
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """How many times the other's, round by round; rounds where the other's is nothing are left."""
    both = [pair for pair in zip(ours, theirs, strict=False) if pair[1]]
    return [one / other for one, other in both]


def differences(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """How much more than the other's, round by round."""
    return [one - other for one, other in zip(ours, theirs, strict=False)]


def slack(noise: Sequence[float], even: float) -> float:
    """How far nothing lies from nothing: the farther quartile's way from what would be even.

    Args:
        noise: nothing against nothing, round by round, as ratios or differences.
        even: what it would be without noise: 1 for ratios, 0 for differences.
    """
    if not noise:
        return 0.0
    return max(abs(quantile(noise, share) - even) for share in (0.25, 0.75))
