"""Storms: pages that insert very much, or render a list anew in every frame."""

from .budgets import KNOWN, LOOKING
from .contenders import Contenders, turn
from .pages import rows, serve, switch
from .results import AGAIN, NOTHING, OBSERVER, OURS, PEER, Results
from .script import call
from .tab import Tab, tab_in

NODES, BATCH = 100_000, 2_000
WARM_UP = 10_000
LIST, LIST_MS = 400, 5_000
LIST_SCENE = "a list of 400 rows, rendered anew in every frame for 5 s"
EVERYBODY = (NOTHING, AGAIN, OURS, PEER)
# Beside them, what merely watching costs: an observer in the page that does nothing.
AND_OBSERVER = (*EVERYBODY, OBSERVER)
# Where the switch is there, and where it is missing.
BODIES = {KNOWN: rows(20) + switch(), LOOKING: rows(20)}
# ms after load: the banner is drawn, or everybody is looking.
SETTLED = 400


def play_storm(contenders: Contenders, results: Results, number: int) -> None:
    """One round of storms, on both pages."""
    for scene, body in BODIES.items():
        url = serve(contenders.linkedin, body)
        names = EVERYBODY if scene == KNOWN else AND_OBSERVER
        for name in turn(names, number):
            with tab_in(contenders.devtools(_browser_of(name))) as tab:
                _prepare(tab, name, url)
                tab.run(call("storm", WARM_UP, BATCH))
                results.note("storms", scene, name, _figures(tab, "storm", NODES, BATCH))


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
    before = tab.metrics()["TaskDuration"]
    figures = tab.run(call(function, *arguments))
    return figures | {"work": (tab.metrics()["TaskDuration"] - before) * 1000}


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
