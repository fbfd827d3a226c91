"""Storms: pages that insert very much, or render a list anew in every frame."""

from statistics import median

from .budgets import KNOWN, LOOKING
from .case_idle import PARTS
from .contenders import Contenders, turn
from .pages import rows, serve, switch
from .results import AGAIN, INERT, NOTHING, OBSERVER, OURS, PEER, Results
from .script import call
from .tab import Tab, tab_in

NODES, BATCH = 100_000, 2_000
WARM_UP = 10_000
# How many a page lives through: their median is its figure, for one alone scatters by a quarter.
STORMS = 5
LIST, LIST_MS = 400, 5_000
LIST_SCENE = "a list of 400 rows, rendered anew in every frame for 5 s"
EVERYBODY = (NOTHING, AGAIN, OURS, PEER)
IN_STORMS = (*EVERYBODY, INERT)
# Beside them, what merely watching costs: an observer in the page that does nothing.
AND_OBSERVER = (*EVERYBODY, OBSERVER)
# Where the switch is there, and where it is missing.
BODIES = {KNOWN: rows(20) + switch(), LOOKING: rows(20)}
# ms after load: the banner is drawn, or everybody is looking.
SETTLED = 400


def play_storm(contenders: Contenders, results: Results, number: int) -> None:
    """One round of storms, on both pages."""
    contenders.add(INERT, PARTS[INERT])
    for scene, body in BODIES.items():
        url = serve(contenders.linkedin, body)
        names = IN_STORMS if scene == KNOWN else (*IN_STORMS, OBSERVER)
        for name in turn(names, number):
            with tab_in(contenders.devtools(_browser_of(name))) as tab:
                _prepare(tab, name, url)
                tab.run(call("storm", WARM_UP, BATCH))
                storms = [_figures(tab, "storm", NODES, BATCH) for _ in range(STORMS)]
                results.note("storms", scene, name, _medians(storms))


def play_list(contenders: Contenders, results: Results, number: int) -> None:
    """One round of lists, beside a switch that is known."""
    url = serve(contenders.linkedin, BODIES[KNOWN])
    for name in turn(AND_OBSERVER, number):
        with tab_in(contenders.devtools(_browser_of(name))) as tab:
            _prepare(tab, name, url)
            figures = _figures(tab, "renderAnew", LIST, LIST_MS)
            results.note("list", LIST_SCENE, name, figures)


def _figures(tab: Tab, function: str, *arguments: int) -> dict[str, float]:
    """What a function of `in-page.js` tells, and the processor time that the page needed."""
    tab.collect_garbage()
    before = tab.metrics()["TaskDuration"]
    figures = tab.run(call(function, *arguments))
    return figures | {"work": (tab.metrics()["TaskDuration"] - before) * 1000}


def _medians(storms: list[dict[str, float]]) -> dict[str, float]:
    return {measure: median(one[measure] for one in storms) for measure in storms[0]}


def _browser_of(name: str) -> str:
    return NOTHING if name == OBSERVER else name


def _prepare(tab: Tab, name: str, url: str) -> None:
    """Open the page and let it settle; the switch that is there must be known by then."""
    tab.open(url)
    tab.run(call("afterLoad", SETTLED))
    if name == OBSERVER:
        tab.run(call("observeAll"))
    if name == OURS:
        tab.run(call("untilSettled"))
