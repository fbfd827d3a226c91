"""Time to tell: the page's own script inserts the switch, and the banner comes."""

from .contenders import OTHER, Contenders
from .pages import rows, serve, switch
from .results import OURS, Results
from .visit import visited

DELAYS = (0, 200, 1500, 5000)
ALL = "all delays"


def play(contenders: Contenders, results: Results, number: int) -> None:  # noqa: ARG001
    """One round: every delay in both browsers."""
    url = serve(contenders.linkedin, rows(20))
    for delay in DELAYS:
        for name in (OURS, OTHER):
            with visited(contenders.browser(name), url) as page:
                page.start("timeToTell", switch(), delay)
                figures = page.finish()
            for scene in (ALL, f"{delay / 1000:g} s after load"):
                results.note("tell", scene, name, figures)
