"""Where our time goes on each kind of page: shown by profiles, which themselves cost time."""

from collections import Counter
from typing import Any

from .budgets import BANNER, NO_SETTING, OTHER_SETTING
from .case_idle import SCENES
from .case_storms import BATCH, BODIES, NODES, SETTLED
from .contenders import Contenders
from .pages import rows, serve, switch
from .profile import EVERY, time_by_function
from .results import OURS, Results
from .script import call
from .tab import tab_in

VISITS = 3
LEFT_ALONE = 4300  # ms after load, as where idle cost is measured
SHOWN = 8  # functions
MANY = 10_000  # rows: where growth ends


def play(contenders: Contenders, results: Results, number: int) -> None:  # noqa: ARG001
    """Profile each kind of page on which we have scripts, idle and in a storm."""
    linkedin = contenders.linkedin
    profiles = {}
    deeds = ("", call("afterLoad", LEFT_ALONE))
    for scene in (NO_SETTING, OTHER_SETTING, BANNER):
        profiles[scene] = _profile(contenders, SCENES[scene](linkedin), deeds)
    url = serve(linkedin, rows(MANY) + switch())
    profiles[f"the setting's page with {MANY:,} rows"] = _profile(contenders, url, deeds)
    for scene, body in BODIES.items():
        deeds = (call("afterLoad", SETTLED), call("storm", NODES, BATCH))
        profiles[f"a storm, {scene}"] = _profile(contenders, serve(linkedin, body), deeds)
    shown = {scene: _a_visit(each) for scene, each in profiles.items()}
    results.facts["profile"] = {
        scene: dict(list(one.items())[:SHOWN]) for scene, one in shown.items()
    }


def _a_visit(profiles: list[dict[str, Any]]) -> dict[str, float]:
    """How long each function took, in ms a visit, the longest first."""
    spent = sum((time_by_function(one) for one in profiles), Counter[str]())
    return {name: ms / len(profiles) for name, ms in spent.most_common()}


def _profile(contenders: Contenders, url: str, deeds: tuple[str, str]) -> list[dict[str, Any]]:
    """The profiles of some visits, as `Profiler.stop` answers.

    Args:
        contenders: whose browsers are used.
        url: the page.
        deeds: what is waited for before the profile begins, "" to have the load in it; and what
            happens in it.
    """
    before, deed = deeds
    profiles = []
    for _ in range(VISITS):
        with tab_in(contenders.devtools(OURS)) as tab:
            tab.call("Profiler.enable")
            tab.call("Profiler.setSamplingInterval", interval=EVERY)
            if before:
                tab.open(url)
                tab.run(before)
            tab.call("Profiler.start")
            if not before:
                tab.open(url)
            tab.run(deed)
            profiles.append(tab.call("Profiler.stop")["profile"])
    return profiles
