"""Reads our Markdown: links, headings, chapters and tables. No more of it than we write."""

import re
from pathlib import Path

from builder.bad_input import ROOT

# Folders of tools and of results.
NOT_OURS = {".git", ".hypothesis", ".pytest_cache", ".venv", "dist", "node_modules"}
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(([^)\s]+)")
_NAMED_LINK = re.compile(r"\]\[([^\]]+)\]")
_TARGET = re.compile(r"^\[([^\]]+)\]:\s*(\S+)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


def papers() -> list[Path]:
    """All Markdown files of the project."""
    files = sorted(ROOT.rglob("*.md"))
    return [file for file in files if NOT_OURS.isdisjoint(file.relative_to(ROOT).parts)]


def read(file: Path) -> str:
    """A file without its blocks of code."""
    return _FENCED.sub("", file.read_text(encoding="utf-8"))


def targets(text: str) -> dict[str, str]:
    """What its links may name: where each leads, by name."""
    return dict(_TARGET.findall(text))


def links(text: str, named: dict[str, str]) -> list[str]:
    """Where all links of a text lead.

    Args:
        text: it or a part of it.
        named: the targets of the whole file.

    Raises:
        KeyError: a link names a target that is not there.
    """
    plain = _CODE.sub("", text)
    return _LINK.findall(plain) + [named[name] for name in _NAMED_LINK.findall(plain)]


def anchors(text: str) -> set[str]:
    """What a link into it may name: its headings, spelt as code hosts do."""
    found: list[str] = []
    for heading in _HEADING.findall(text):
        words = re.sub(r"\]\([^)]*\)", "", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        again = sum(one == slug for one in found)
        found.append(f"{slug}-{again}" if again else slug)
    return set(found)


def chapter(text: str, title: str) -> str:
    """What stands below a heading of the second level, up to the next.

    Raises:
        ValueError: there is no such heading, or more than one.
    """
    parts = [part.partition("\n") for part in text.split("\n## ")[1:]]
    [found] = [below for heading, _, below in parts if heading.strip() == title]
    return found


def rows(text: str) -> list[list[str]]:
    """The cells of its tables, heads left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rules = [at for at, line in enumerate(lines) if set(line) <= set("|-: ")]
    heads = {*rules, *(at - 1 for at in rules)}
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for at, line in enumerate(lines)
        if at not in heads
    ]


def statements(text: str) -> list[str]:
    """Its paragraphs, the points of its lists and the rows of its tables."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("|"):
            found += [" | ".join(row) for row in rows(block)]
        elif not _TARGET.match(block):
            found += re.split(r"\n- ", block.removeprefix("- "))
    return found
