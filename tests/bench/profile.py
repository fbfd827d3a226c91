"""Where a page's time goes: Chromium's own CPU profile, by function of an extension's scripts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

EVERY = 50  # microseconds between two samples
OF_EXTENSIONS = "chrome-extension://"


def time_by_function(profile: dict[str, Any]) -> Counter[str]:
    """How many ms each function of an extension took by itself.

    Browser functions that it called, such as `getBoundingClientRect`, are its own time: they have
    no script. So is what they wait for.

    Args:
        profile: as `Profiler.stop` answers.
    """
    spent: Counter[str] = Counter()
    for [innermost, *_], milliseconds in _of_extensions(profile):
        path = innermost["url"].removeprefix(OF_EXTENSIONS).split("/", 1)[1]
        name = innermost["functionName"] or "(anonymous)"
        spent[f"{name}, {path}:{innermost['lineNumber'] + 1}"] += milliseconds
    return spent


def _of_extensions(profile: dict[str, Any]) -> Iterator[tuple[list[dict[str, Any]], float]]:
    """The extension's frames in each sample that has any, innermost first, and its time in ms."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    above = {child: node["id"] for node in profile["nodes"] for child in node.get("children", ())}
    for sample, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        stack = _stack(sample, nodes, above)
        ours = [frame for frame in stack if frame["url"].startswith(OF_EXTENSIONS)]
        if ours:
            yield ours, microseconds / 1000


def _stack(sample: int, nodes: dict[int, Any], above: dict[int, int]) -> Iterator[dict[str, Any]]:
    number: int | None = sample
    while number is not None:
        yield nodes[number]["callFrame"]
        number = above.get(number)
