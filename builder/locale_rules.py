"""The rules that a translation keeps."""

import re
from pathlib import Path

from builder.bad_input import BadInputError

# What the place of a text has room for; a store takes no longer description.
_ROOM = {"title": 90, "headline": 90, "description": 132}


def placeholders(text: str) -> list[str]:
    """The names in braces, each once, in the order in which they come."""
    return list(dict.fromkeys(re.findall(r"\{(\w+)\}", text)))


def check_texts(file: Path, texts: dict[str, str], english: dict[str, str]) -> None:
    """Compares a translation with English.

    Args:
        file: the translation's.
        texts: its texts, by key.
        english: the English ones.

    Raises:
        BadInputError: a text breaks a rule; the first one is named.
    """
    if missing := [key for key in english if key not in texts]:
        raise BadInputError(file, missing[0], "is missing; translate it, or ask for a translation")
    for key, text in texts.items():
        if key not in english:
            raise BadInputError(file, key, "is not a message of en.toml; remove or rename")
        if problem := _problem(key, text, english[key]):
            raise BadInputError(file, key, problem)
    if texts["language"].partition("-")[0] != file.stem.partition("_")[0]:
        raise BadInputError(file, "language", "is not the language that the file is named by")


def _problem(key: str, text: str, english: str) -> str | None:
    expected = placeholders(english)
    if sorted(placeholders(text)) != sorted(expected):
        wanted = ", ".join(f"{{{name}}}" for name in expected) or "no placeholders"
        return f"has other placeholders than English: use {wanted}"
    if re.search(r"[!\uff01\u00a1]", text):
        return "has an exclamation mark; say it plainly"
    if "..." in text:
        return "has three full stops; use the one character …"
    room = _ROOM.get(key.partition("_")[0], len(text))
    return f"has {len(text)} characters; there is room for {room}" if len(text) > room else None
