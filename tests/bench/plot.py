"""The plot of growth as SVG: where its lines go."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from .case_growth import ALIKE, BY_ROWS, BY_SETTINGS
from .figures import figure
from .results import OURS, PEER, Results

WIDTH, HEIGHT = 300, 180  # of a panel's field
LEFT, TOP, APART = 56, 40, 150
TICKS = 4
LABEL = 14  # the least height between two labels

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """One contender's medians: x is a number of things, y ms of script added."""

    name: str
    points: list[Point]


@dataclass(frozen=True)
class Panel:
    """One field of the plot, ready to be drawn."""

    title: str
    left: float
    top: float
    width: float
    height: float
    x_ticks: list[tuple[float, str]]
    y_ticks: list[tuple[float, str]]
    lines: list[tuple[str, str, Point]]
    summary: str


def panels(results: Results) -> list[Panel]:
    """The panels that have something to show."""
    settings = {int(count): name for name, count in results.facts.get(BY_SETTINGS, {}).items()}
    counts = sorted({int(scene) for scene, _ in results.played(BY_ROWS)})
    rows = [
        Line(name, [(n, y) for n in counts if (y := _median(results, BY_ROWS, str(n), name))])
        for name in (OURS, PEER)
    ]
    catalogue = [
        Line(
            OURS,
            [
                (n, y)
                for n, name in sorted(settings.items())
                if (y := _median(results, BY_SETTINGS, ALIKE, name)) is not None
            ],
        )
    ]
    given = [
        ("Script added, by rows of the page", rows),
        ("By settings in the catalogue", catalogue),
    ]
    found = [(title, [line for line in lines if line.points]) for title, lines in given]
    return [panel(title, lines, at) for at, (title, lines) in enumerate(found) if lines]


def _median(results: Results, case: str, scene: str, name: str) -> float | None:
    found = figure(results.added(case, scene, name, "script"))
    return found and found.median


def panel(title: str, lines: Sequence[Line], at: int = 0) -> Panel:
    """Lay lines out in the field of this place; x grows by powers, y from 0."""
    xs = sorted({x for line in lines for x, _ in line.points})
    top = nice(max([y for line in lines for _, y in line.points] + [0.001]))
    left = LEFT + at * (WIDTH + APART)

    def place(point: Point) -> Point:
        x, y = point
        span = log10(xs[-1] / xs[0]) or 1
        across = log10(x / xs[0]) / span * WIDTH
        return round(left + across, 1), round(TOP + HEIGHT * (1 - max(y, 0) / top), 1)

    steps = [top * number / TICKS for number in range(TICKS + 1)]
    drawn = []
    for line in sorted(lines, key=lambda line: place(line.points[-1])[1]):
        placed = [place(point) for point in line.points]
        x, y = placed[-1]
        above = drawn[-1][2][1] if drawn else -LABEL
        label = (x, max(y, above + LABEL))
        drawn.append((line.name, " ".join(f"{x:g},{y:g}" for x, y in placed), label))
    return Panel(
        title=title,
        left=left,
        top=TOP,
        width=WIDTH,
        height=HEIGHT,
        x_ticks=[(place((x, 0))[0], f"{x:,g}") for x in xs],
        y_ticks=[(place((xs[0], y))[1], f"{y:g}") for y in steps],
        lines=drawn,
        summary=_summary(title, lines),
    )


def _summary(title: str, lines: Sequence[Line]) -> str:
    """What the panel shows, in words."""
    told = [
        f"{line.name} {', '.join(f'{y:.1f} ms at {x:,g}' for x, y in line.points)}"
        for line in lines
    ]
    return f"{title}: {'; '.join(told)}."


def nice(value: float) -> float:
    """The next 1, 2, 4 or 8 times a power of ten: where an axis may end."""
    power = 10.0 ** (len(str(int(value))) - 1) if value >= 1 else 0.1
    return next(power * step for step in (1, 2, 4, 8, 10, 20) if power * step >= value)
