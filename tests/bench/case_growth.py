"""Growth: what it costs as the page's rows grow, and as the catalogue does."""

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

from .case_idle import visit
from .contenders import DIST, MEASURED, Contenders, turn
from .pages import rows, serve, switch
from .results import NOTHING, OURS, PEER, Results

ROWS = (100, 300, 1_000, 3_000, 10_000)
SETTINGS = (1, 25, 50)
# The looks of the first two seconds are in it.
LEFT: dict[str, Any] = {"seconds": 2.3, "drawn": True}
BY_ROWS, BY_SETTINGS = "rows", "settings"
ALIKE = "100 rows"
CATALOGUE = "catalogue.js"
_STATEMENT = re.compile(r"(const CATALOGUE = .*?\()(\{.*\})(\)\);\s*)", re.DOTALL)


def play(contenders: Contenders, results: Results, number: int) -> None:
    """One round: every number of rows, and every catalogue on one page."""
    for count in ROWS:
        url = serve(contenders.linkedin, rows(count) + switch())
        names = turn((NOTHING, OURS, PEER), number)
        visit(contenders, results, (BY_ROWS, str(count)), url, names, **LEFT)
    url = serve(contenders.linkedin, rows(ROWS[0]) + switch())
    names = [NOTHING, OURS, *(_name(count) for count in SETTINGS)]
    for count in SETTINGS:
        contenders.add(_name(count), partial(resize_catalogue, count))
    visit(contenders, results, (BY_SETTINGS, ALIKE), url, turn(names, number), **LEFT)
    results.facts[BY_SETTINGS] = {_name(count): count for count in SETTINGS} | {OURS: shipped()}


def _name(count: int) -> str:
    return f"{count} settings"


def shipped() -> int:
    """How many settings the shipped catalogue has."""
    text = (DIST / MEASURED / CATALOGUE).read_text(encoding="utf-8")
    return len(json.loads(_STATEMENT.search(text)[2])["settings"])


def resize_catalogue(count: int, folder: Path) -> None:
    """Give the catalogue of the package in a folder so many settings."""
    file = folder / CATALOGUE
    file.write_text(with_settings(count, file.read_text(encoding="utf-8")), encoding="utf-8")


def with_settings(count: int, script: str) -> str:
    """The catalogue's script, cut or padded with made-up settings to so many.

    Raises:
        ValueError: it is not the one statement that it is known to be.
    """
    found = _STATEMENT.fullmatch(script)
    if not found:
        raise ValueError(f"{CATALOGUE} is no longer the one statement it was")
    catalogue = json.loads(found[2])
    settings = catalogue["settings"]
    more = range(len(settings), count)
    catalogue["settings"] = settings[:count] + [_made_up(settings[-1], one) for one in more]
    return found[1] + json.dumps(catalogue) + found[3]


def _made_up(like: dict[str, Any], number: int) -> dict[str, Any]:
    key = f"allowMadeUp{chr(65 + number // 26)}{chr(65 + number % 26)}"
    path = f"/mypreferences/d/settings/made-up-setting-{number}"
    return like | {"id": f"made-up-{number}", "keys": [key], "paths": [path]}
