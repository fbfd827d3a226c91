"""Size: what is packed, what runs in a page, and what each language weighs."""

import re
import zlib
from pathlib import Path

from builder.render import EXTENSION, Scripts
from builder.toml_file import parse_toml

from .contenders import DIST, MEASURED, PEER_PACKAGE, Contenders
from .results import OURS, PEER, Results

KB = 1024


def play(contenders: Contenders, results: Results, number: int) -> None:  # noqa: ARG001
    """Weigh ours and the peer's."""
    ours, peer = files_in(DIST / MEASURED), files_in(PEER_PACKAGE)
    scripts = _content_scripts()
    results.note("size", "package", OURS, {"compressed": compressed(without_languages(ours))})
    results.note("size", "package", PEER, {"compressed": compressed(without_languages(peer))})
    results.note("size", "package with languages", OURS, {"compressed": compressed(ours)})
    results.note("size", "package with languages", PEER, {"compressed": compressed(peer)})
    code = [ours[path] for path in scripts if (EXTENSION / path).exists()]
    shipped = sum(len(ours[path]) for path in scripts) / KB
    counted = sum(len(bare(one.decode())) for one in code) / KB
    results.note("size", "content scripts", OURS, {"counted": counted, "shipped": shipped})
    of_peer = len(peer["content.bundle.js"]) / KB
    results.note("size", "content scripts", PEER, {"shipped": of_peer})
    results.note("size", "catalogue", OURS, {"shipped": len(ours["catalogue.js"]) / KB})
    results.facts["size"] = {"languages": languages(ours)}


def _content_scripts() -> list[str]:
    return Scripts.model_validate(parse_toml(EXTENSION / "scripts.toml")).content


def files_in(folder: Path) -> dict[str, bytes]:
    """A package's files by their paths in it."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def without_languages(files: dict[str, bytes]) -> dict[str, bytes]:
    """A package without its translations."""
    return {path: text for path, text in files.items() if not path.startswith("_locales/")}


def compressed(files: dict[str, bytes]) -> float:
    """A package's size as decision 30 counts it: its files, compressed for the way, in KB."""
    return sum(len(zlib.compress(one, 9)) for one in files.values()) / KB


def bare(script: str) -> str:
    """A script as decision 30 counts it: without comments and indentation."""
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", script, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", code)


def languages(files: dict[str, bytes]) -> dict[str, float]:
    """What each language adds to that, in KB."""
    return {
        path.split("/")[1]: len(zlib.compress(text, 9)) / KB
        for path, text in sorted(files.items())
        if path.startswith("_locales/")
    }
