"""Time to act: somebody asked before the switch was there; it comes, and is clicked."""

from .contenders import OTHER, Contenders
from .pages import rows, serve, switch
from .results import NOTHING, OURS, POLLER, Results
from .visit import visited

SCENE = "the switch comes after the click"
SOONEST = 1500  # ms after load: the click on the toolbar is done by then
# A share of a second that differs from round to round and comes close to every other: a poller's
# second may end at any moment.
STEP = 0.618


def play(contenders: Contenders, results: Results, number: int) -> None:
    """One round: ours in both browsers, and the poller where there is nothing else."""
    url = serve(contenders.linkedin, rows(20))
    delay = SOONEST + round(1000 * (number * STEP % 1))
    for name in (OURS, OTHER):
        with visited(contenders.browser(name), url) as page:
            page.start("timeToAct", switch(), delay)
            page.browser.click_toolbar()
            results.note("act", SCENE, name, page.finish())
    with visited(contenders.browser(NOTHING), url) as page:
        page.start("poll")
        page.start("timeToAct", switch(), delay)
        results.note("act", SCENE, POLLER, page.finish())
