"""Idle cost: what a page has cost some seconds after it loaded, though nobody did anything."""

import functools
import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.harness.linkedin import LinkedIn

from .budgets import BANNER, FEED, NO_SETTING, OFF_SITE, OTHER_SETTING
from .contenders import Contenders, turn
from .pages import FEED_PATH, OTHER_KEY, OTHER_PATH, UNKNOWN_PATH, off_site, rows, serve, switch
from .results import AGAIN, ASKS, GREETS, INERT, NOTHING, OURS, PEER, Results
from .script import call
from .tab import Tab, tab_in

ROWS = 400
# Seconds after load: the looks of the first four seconds are in it.
LEFT_ALONE = 4.3
EVERYBODY = (NOTHING, AGAIN, OURS, PEER, INERT, ASKS, GREETS)
# The one script that runs something, replaced.
LAST = {
    INERT: "",
    ASKS: "browser.runtime.sendMessage({ type: 'say-time', at: 0 });",
    GREETS: "new Visit().arrive('load');",
}

SCENES: dict[str, Callable[[LinkedIn], str]] = {
    NO_SETTING: lambda linkedin: serve(linkedin, rows(ROWS), UNKNOWN_PATH),
    OTHER_SETTING: lambda linkedin: serve(linkedin, rows(ROWS) + switch(OTHER_KEY), OTHER_PATH),
    BANNER: lambda linkedin: serve(linkedin, rows(ROWS) + switch()),
    FEED: lambda linkedin: serve(linkedin, rows(ROWS), FEED_PATH),
}


def play(contenders: Contenders, results: Results, number: int) -> None:
    """One round: every scene with everybody."""
    names = turn(EVERYBODY, number)
    for name, script in LAST.items():
        contenders.add(name, functools.partial(end_with, script))
    for scene, served in SCENES.items():
        url = served(contenders.linkedin)
        visit(contenders, results, ("idle", scene), url, names, drawn=scene == BANNER)
    with off_site(rows(ROWS)) as url:
        visit(contenders, results, ("idle", OFF_SITE), url, names)


def end_with(script: str, folder: Path) -> None:
    """Let the package's scripts in a page declare everything, and run this at their end."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    [scripts] = manifest["content_scripts"]
    (folder / scripts["js"][-1]).write_text(script, encoding="utf-8")


def visit(
    contenders: Contenders,
    results: Results,
    where: tuple[str, str],
    url: str,
    names: list[str],
    *,
    seconds: float = LEFT_ALONE,
    drawn: bool = False,
) -> None:
    """Open a page with each contender in turn, leave all of them alone, and note what it cost.

    Args:
        contenders: whose browsers are used.
        results: where it is noted.
        where: the case and the scene.
        url: the page.
        names: who opens it, in this order.
        seconds: how long after its load a page is left alone.
        drawn: whether ours draws anything there: if not, that is no such page.
    """
    with ExitStack() as open_tabs:
        tabs = {}
        for name in names:
            tabs[name] = open_tabs.enter_context(tab_in(contenders.devtools(name)))
            tabs[name].open(url)
        for name, tab in tabs.items():
            tab.run(call("afterLoad", seconds * 1000))
            results.note(*where, name, cost_of(tab))
            if name not in (NOTHING, AGAIN, PEER, *LAST):
                check_nodes(tab, drawn)


def cost_of(tab: Tab) -> dict[str, float]:
    """What the page in a tab has cost so far: ms, KB, and how many extensions have scripts there.

    The heap is that of the page's process, garbage collected.
    """
    metrics = tab.metrics()
    tab.collect_garbage()
    return {
        "script": metrics["ScriptDuration"] * 1000,
        "waited": metrics["Waited"] * 1000,
        "compile": metrics["V8CompileDuration"] * 1000,
        "task": metrics["TaskDuration"] * 1000,
        "heap": tab.metrics()["JSHeapUsedSize"] / 1024,
        "worlds": len(tab.worlds()),
    }


def check_nodes(tab: Tab, drawn: bool) -> None:
    """Whether the page was what it was to be: a figure of another page would be worth nothing.

    Raises:
        RuntimeError: it was not.
    """
    if tab.run(call("isDrawnOn")) != drawn:
        raise RuntimeError(f"{tab.run('location.href')}: {'no' if drawn else 'a'} banner is there")
