"""The results as tables of text: the same in the terminal and in docs/benchmarks.md."""

from dataclasses import dataclass
from typing import Literal

from .budgets import BACK, BANNER, NO_SETTING, OTHER_SETTING, Verdict, Way
from .figures import Figure, figure, percentile
from .results import ASKS, GREETS, INERT, LOOKS, NOTHING, OURS, PEER, TELLS, Results


@dataclass(frozen=True)
class Column:
    """One measure of a case: what stands above it, and how it is told."""

    heading: str
    measure: str
    way: Way = "values"
    digits: int = 1
    other: str = NOTHING
    show: Literal["median", "p95"] = "median"


@dataclass(frozen=True)
class Table:
    """A table with its title."""

    title: str
    head: list[str]
    rows: list[list[str]]
    note: str = ""
    case: str = ""


_TOTAL = [
    Column("total, ms", "total", digits=0),
    Column("times nothing", "total", "times", 2),
]
_STORM = [
    Column("processor, ms", "work", digits=0),
    Column("times nothing", "work", "times", 2),
    Column("longest task, ms", "longest"),
    Column("dropped frames", "dropped", digits=0),
]
_GROWTH = [
    Column("script added, ms", "script", "added"),
    Column("task added, ms", "task", "added"),
]
# Case -> title, columns, what is to be known about them.
CASES: dict[str, tuple[str, list[Column], str]] = {
    "idle": (
        "Idle cost",
        [
            Column("script, ms", "script", digits=2),
            Column("times nothing", "script", "times"),
            Column("times autoconsent", "script", "times", 2, PEER),
            Column("script added, ms", "script", "added", 2),
            Column("the same with its waits", "waited", "added", 2),
            Column("task added, ms", "task", "added"),
            Column("heap added, KB", "heap", "added", 0),
            Column("extensions with scripts there", "worlds", digits=0),
        ],
        "Pages of 400 rows, each with a link, 4 s after load. Script and task are processor time "
        "of the page's main thread; with its waits it is time on the wall. A layout that a "
        "script asks for is in its time, though the page would have needed one anyway. One line "
        "that asks: it stands in place of all our scripts, and asks the background one thing, as "
        "anybody must who wants to know anything of it. Nothing run: all our scripts but the "
        "last, which is the one that does something. Hello only: in its place, our hello. Only "
        "looks: nothing is told or drawn.",
    ),
    "tell": (
        "Time to tell",
        [
            Column("ms", "milliseconds"),
            Column("p95, ms", "milliseconds", show="p95"),
            Column("frames", "frames", digits=0),
            Column("p95, frames", "frames", digits=0, show="p95"),
        ],
        "The page's script inserts the switch; the banner is in the document. 1 frame: the next "
        "one painted shows it. What the badge is told is sent just before, in the same task.",
    ),
    "act": (
        "Time to act",
        [Column("ms", "milliseconds"), Column("p95, ms", "milliseconds", show="p95")],
        "The toolbar button was clicked before; the switch comes and is clicked. The poller looks "
        "once a second, as Brave's PSST does.",
    ),
    "journey": (
        "The journey",
        [
            Column("total, ms", "total", digits=0),
            Column("of it the network's", "network", digits=0),
            Column("page loads", "loads", digits=0),
            Column("clicks", "clicks", digits=0),
        ],
        "From the toolbar click to the fresh load that shows it off. Two seconds of it are waited "
        "on purpose: for the page to settle after the save, and for the fresh one to stay off.",
    ),
    "storms": (
        "Storms of 100,000 hidden nodes",
        [*_TOTAL, *_STORM],
        "In batches of 2,000; the median of five in one page. Nothing run: our scripts are there, "
        "and do nothing.",
    ),
    "list": ("A list rendered anew", _STORM, "For 5 s; the longest task is the longest frame."),
    "rows": ("Growth with the page's rows", _GROWTH, "The setting's page, banner drawn."),
    "settings": (
        "Growth with the catalogue",
        _GROWTH,
        "The setting's page, banner drawn; offswitch is as shipped.",
    ),
    "size": (
        "Size",
        [
            Column("compressed, KB", "compressed"),
            Column("as shipped, KB", "shipped"),
            Column("as decision 30 counts, KB", "counted"),
        ],
        "",
    ),
}


def tables(results: Results) -> list[Table]:
    """One table for each case that has figures."""
    return [_table(case, results) for case in CASES if results.played(case)]


def _table(case: str, results: Results) -> Table:
    title, columns, note = CASES[case]
    told_of = {
        place: [cell(column, case, *place, results) for column in columns]
        for place in results.played(case)
    }
    rows = [[*place, *cells] for place, cells in told_of.items() if any(cells)]
    head = ["where", "who", *(column.heading for column in columns)]
    return Table(title, head, rows, note, case)


def cell(column: Column, case: str, scene: str, contender: str, results: Results) -> str:
    """What stands in one cell; nothing against itself, and none but ours against the peer."""
    place = (case, scene, contender, column.measure)
    if column.way == "values":
        values = results.values(*place)
    elif contender == column.other or (column.other == PEER and contender != OURS):
        values = []
    else:
        values = getattr(results, column.way)(*place, column.other)
    found = figure(values)
    if not found:
        return ""
    if column.show == "p95":
        return f"{percentile(values, 0.95):.{column.digits}f}"
    return told(found, column.digits)


def told(found: Figure, digits: int) -> str:
    """A median, with its quartiles where they differ from it."""
    median, low, high = (f"{one:.{digits}f}" for one in (found.median, found.low, found.high))
    return median if low == high else f"{median} ({low} to {high})"


# What is done -> who does it, and who does all but that.
STEPS = {
    "scripts that are there": (INERT, NOTHING),
    "hello, and its answer": (GREETS, INERT),
    "of that, asking anything": (ASKS, NOTHING),
    "looking": (LOOKS, GREETS),
    "telling": (TELLS, LOOKS),
    "drawing": (OURS, TELLS),
    "all of it": (OURS, NOTHING),
}


def steps_table(results: Results) -> Table:
    """What the script time of a visit is made of: who does one thing more against who does not."""
    rows = []
    for scene in (NO_SETTING, OTHER_SETTING, BANNER, BACK):
        found = [
            figure(results.added("idle", scene, more, "script", less))
            for more, less in STEPS.values()
        ]
        rows.append([scene, *(told(one, 2) if one else "" for one in found)])
    return Table("What the script time is made of, ms", ["where", *STEPS], rows)


def verdicts_table(verdicts: list[Verdict]) -> Table:
    """What became of every budget."""
    head = ["what", "where", "planned", "budget", "measured", "noise", "outcome"]
    return Table("Budgets", head, [_verdict(one) for one in verdicts])


def _verdict(one: Verdict) -> list[str]:
    budget = one.budget
    limit = f"{budget.limit:g} {budget.unit}"
    planned = "" if budget.planned is None else f"{budget.planned:g}"
    measured = "" if one.median is None else f"{one.median:.2f} ({one.low:.2f} to {one.high:.2f})"
    noise = f"{one.noise:.2f}" if one.noise else ""
    return [budget.name, budget.scene, planned, limit, measured, noise, one.outcome]


def as_text(table: Table) -> str:
    """A table as the terminal shows it."""
    lines = [table.head, *table.rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(table.head))]
    told_lines = (
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
    return "\n".join([table.title, *told_lines, ""])
