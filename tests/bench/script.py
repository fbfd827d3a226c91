"""`in-page.js` as the text that a browser runs."""

import json
from functools import cache
from pathlib import Path


@cache
def _source() -> str:
    return Path(__file__).with_name("in-page.js").read_text(encoding="utf-8")


def call(function: str, *arguments: object) -> str:
    """An expression: the promise of what a function of `in-page.js` returns."""
    given = ", ".join(json.dumps(one) for one in arguments)
    return f"(async () => {{ {_source()}\nreturn {function}({given}); }})()"
