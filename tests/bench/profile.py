"""Where a page's time goes: Chromium's own CPU profile, by function of an extension's scripts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

EVERY = 50  # microseconds between two samples
OF_EXTENSIONS = "chrome-extension://"

# What is done, by the functions of ours that do it; where several are at work, the first counts.
STEPS: dict[str, set[str]] = {
    "our messages, read by the browser": {"localise"},
    "looks by the clock": {"lookLate"},
    "hello and its answer": {"greet"},
    "answering the background": {"answerQuestions", "report", "heed"},
    "telling the background": {"tell"},
    "placing ring and banner": {"place"},
    "drawing them": {"drawState", "follow"},
    "looking at once": {"look"},
}
REST = "starting, and the rest"


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


def time_by_step(profile: dict[str, Any]) -> Counter[str]:
    """How many ms an extension took for each of `STEPS`, and for the `REST`, with all they call.

    Args:
        profile: as `Profiler.stop` answers.
    """
    spent: Counter[str] = Counter()
    for frames, milliseconds in _of_extensions(profile):
        names = {one["functionName"] for one in frames}
        spent[next((step for step, some in STEPS.items() if some & names), REST)] += milliseconds
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
