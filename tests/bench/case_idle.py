"""Idle cost: what a page has cost some seconds after it loaded, though nobody did anything."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.harness.history import entries, reading, remember
from tests.harness.linkedin import LinkedIn

from .budgets import BACK, BANNER, FEED, NO_SETTING, OFF_SITE, OTHER_SETTING
from .contenders import Contenders, turn
from .pages import FEED_PATH, OTHER_KEY, OTHER_PATH, UNKNOWN_PATH, off_site, rows, serve, switch
from .results import (
    AGAIN,
    ASKS,
    GREETS,
    INERT,
    LOOKS,
    NOTHING,
    OURS,
    PEER,
    TELLS,
    Results,
)
from .script import call
from .tab import Tab, tab_in

ROWS = 400
# Seconds after load: the looks of the first four seconds are in it.
LEFT_ALONE = 4.3
EVERYBODY = (NOTHING, AGAIN, OURS, PEER)
ASK = "browser.runtime.sendMessage({ type: 'say-time', at: 0 });"
# Those of ours that take in what is there, and can remember it.
REMEMBERING = (OURS, LOOKS, TELLS)

SCENES: dict[str, Callable[[LinkedIn], str]] = {
    NO_SETTING: lambda linkedin: serve(linkedin, rows(ROWS), UNKNOWN_PATH),
    OTHER_SETTING: lambda linkedin: serve(linkedin, rows(ROWS) + switch(OTHER_KEY), OTHER_PATH),
    BANNER: lambda linkedin: serve(linkedin, rows(ROWS) + switch()),
}


def play(contenders: Contenders, results: Results, number: int) -> None:
    """One round: every scene with everybody."""
    for name, change in PARTS.items():
        contenders.add(name, change)
    names = turn((*EVERYBODY, *PARTS), number)
    for scene, served in SCENES.items():
        url = served(contenders.linkedin)
        visit(contenders, results, ("idle", scene), url, names, drawn=scene == BANNER)
    with off_the_day_before(contenders):
        url = SCENES[BANNER](contenders.linkedin)
        visit(contenders, results, ("idle", BACK), url, names, drawn=True)
    names = turn(EVERYBODY, number)
    url = serve(contenders.linkedin, rows(ROWS), FEED_PATH)
    visit(contenders, results, ("idle", FEED), url, names)
    with off_site(rows(ROWS)) as url:
        visit(contenders, results, ("idle", OFF_SITE), url, names)


@contextmanager
def off_the_day_before(contenders: Contenders) -> Iterator[None]:
    """Let ours remember that the switch was off, while the `with` lasts.

    Raises:
        RuntimeError: what the page showed was not held against that.
    """
    for name in REMEMBERING:
        remember(contenders.browser(name), reading("off", days_ago=1))
    yield
    last = entries(contenders.browser(OURS))[-1]
    if (last["before"], last["after"]) != ("off", "on"):
        raise RuntimeError(f"it was not off before and on now: {last}")
    for name in REMEMBERING:
        contenders.browser(name).clear_storage("local")


def _manifest(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def _scripts(folder: Path) -> list[str]:
    """Which scripts a package has in a page."""
    [scripts] = _manifest(folder)["content_scripts"]
    return scripts["js"]


def only(script: str, folder: Path) -> None:
    """Let the package have nothing but this in a page."""
    manifest = _manifest(folder)
    [scripts] = manifest["content_scripts"]
    scripts["js"] = scripts["js"][:1]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / scripts["js"][0]).write_text(script, encoding="utf-8")


def end_with(script: str, folder: Path) -> None:
    """Let the package's scripts in a page declare everything, and run this at their end."""
    (folder / _scripts(folder)[-1]).write_text(script, encoding="utf-8")


def without(functions: Sequence[str], folder: Path) -> None:
    """Let these functions of the package's scripts in a page do nothing.

    Raises:
        ValueError: one of them is not there.
    """
    scripts = _scripts(folder)
    texts = "".join((folder / script).read_text(encoding="utf-8") for script in scripts)
    if missing := [one for one in functions if f"\nfunction {one}(" not in texts]:
        raise ValueError(f"no script in a page has a function {', '.join(missing)}")
    with (folder / scripts[-1]).open("a", encoding="utf-8") as file:
        # The last of several declarations counts, from the start of its script on.
        file.writelines(f"function {one}() {{}}\n" for one in functions)


PARTS: dict[str, Callable[[Path], None]] = {
    ASKS: partial(only, ASK),
    INERT: partial(end_with, ""),
    GREETS: partial(end_with, "new Visit().arrive('load');"),
    LOOKS: partial(without, ["show"]),
    TELLS: partial(without, ["drawState", "follow"]),
}


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
            if name not in (NOTHING, AGAIN, PEER):
                check_nodes(tab, drawn and name not in PARTS)


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
