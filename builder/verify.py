"""`build.py verify`: in what a copy differs from what this source builds, file by file."""

import json
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from os.path import commonprefix

from builder.read_copy import MANIFEST
from builder.render import Target
from builder.store_additions import is_added, is_rewritten, readable

# How much of a line is shown.
SHOWN = 60


@dataclass(frozen=True)
class Comparison:
    """A copy beside the package that it is nearest to.

    Attributes:
        target: which package that is.
        differences: one line each, safe to print whatever the copy holds.
        aside: what stores and browsers added or wrote anew, by path.
        same: how many files are the same.
    """

    target: Target
    differences: list[str]
    aside: list[str]
    same: int


def compare(copy: dict[str, bytes], packages: dict[Target, dict[str, bytes]]) -> Comparison:
    """Compares a copy with each package.

    Args:
        copy: path -> bytes, as read.
        packages: target -> path -> bytes, as built.

    Returns:
        The comparison with the package that it differs least from.
    """
    compared = [_compare(copy, target, built) for target, built in packages.items()]
    return min(compared, key=lambda one: len(one.differences))


def report(copy: dict[str, bytes], compared: Comparison, version: str) -> list[str]:
    """What to tell of a comparison, line by line.

    Args:
        copy: as given to `compare`.
        compared: what came of it.
        version: of this source.
    """
    package = f"what this source, version {version}, builds for {compared.target}"
    if not compared.differences:
        lines = [f"The same as {package}: {compared.same + len(compared.aside)} files."]
    else:
        count = len(compared.differences)
        lines = [f"Not {package}: {count} differ.", *compared.differences]
        said = _version_of(copy)
        if said not in (None, version):
            lines.append(f"It is version {said}: get the source of that one, and verify with it.")
    if compared.aside:
        folders = Counter(path.split("/")[0] for path in compared.aside)
        listed = ", ".join(f"{name} ({count})" for name, count in folders.items())
        lines.append(f"Set aside, as added or written anew by store or browser: {listed}")
    return lines


def _version_of(copy: dict[str, bytes]) -> str | None:
    """The version that a copy's manifest says, safe to print; None if it says none."""
    try:
        said = json.loads(copy[MANIFEST]).get("version")
    except (ValueError, RecursionError, AttributeError):
        return None
    return _printable(said[:SHOWN]) if isinstance(said, str) else None


def _compare(copy: dict[str, bytes], target: Target, built: dict[str, bytes]) -> Comparison:
    differences, aside, same = [], [], 0
    for path in sorted(copy.keys() | built.keys()):
        here, there = copy.get(path), built.get(path)
        if here == there:
            same += 1
        elif here is None:
            differences.append(f"missing: {path}")
        elif there is None:
            added = is_added(target, path)
            aside.append(path) if added else differences.append(f"added: {_printable(path)}")
        elif is_rewritten(target, path, here, there):
            aside.append(path)
        else:
            differences.append(f"changed: {path}{_where(target, path, here, there)}")
    return Comparison(target, differences, aside, same)


def _where(target: Target, path: str, here: bytes, there: bytes) -> str:
    """The first line that differs, if both are text."""
    texts = [readable(target, path, content) for content in (here, there)]
    if None in texts:
        return ""
    pairs = zip_longest(*(text.split("\n") for text in texts))
    for number, (one, other) in enumerate(pairs, start=1):
        if one != other:
            same = commonprefix([one or "", other or ""])  # noqa: RUF071 - by character is meant
            start = max(0, len(same) - SHOWN // 3)
            shown = (_shown(line, start) for line in (one, other))
            return ", line {}: {} where this source has {}".format(number, *shown)
    return ""


def _shown(line: str | None, start: int) -> str:
    return "the end" if line is None else repr(line[start : start + SHOWN])


def _printable(text: str) -> str:
    """A name of somebody else's, which could hold what a terminal obeys."""
    return text if text.isprintable() else repr(text)
