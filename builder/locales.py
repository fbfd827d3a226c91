"""What we say: locales/*.toml as messages, checked against the English ones."""

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import RootModel

from builder.bad_input import ROOT, BadInputError
from builder.toml_file import Model, parse_toml, read_model

LOCALES = ROOT / "locales"
DEFAULT = "en"


class Message(Model):
    """A message, and a note that says where it stands and what it must not lose."""

    text: str
    note: str = ""


class Messages(RootModel[dict[str, Message]]):
    """The messages of one file, by key."""


@dataclass(frozen=True)
class Locale:
    """One language: its messages, and the keys that fall back to English."""

    name: str
    messages: dict[str, Message]
    missing: tuple[str, ...]


def placeholders(text: str) -> list[str]:
    """The names in braces, each once, in the order in which they come."""
    return list(dict.fromkeys(re.findall(r"\{(\w+)\}", text)))


def load_locales(folder: Path = LOCALES) -> list[Locale]:
    """Reads all languages, English first.

    Raises:
        BadInputError: a file is broken, has a message that English has not, or other placeholders.
    """
    english = _read(folder / f"{DEFAULT}.toml")
    others = sorted(file for file in folder.glob("*.toml") if file.stem != DEFAULT)
    locales = [Locale(DEFAULT, english, ())]
    return locales + [_check(file, _read(file), english) for file in others]


def chrome_messages(locale: Locale, english: dict[str, Message]) -> list[dict]:
    """The messages in the shape that browsers read, sorted as in the file.

    A placeholder's number is its place in the English text, so that scripts can pass values by
    position while each language orders them as it must.
    """
    return [
        {
            "key": key,
            "text": re.sub(r"\{(\w+)\}", r"$\1$", message.text.replace("$", "$$")),
            "note": english[key].note,
            "placeholders": {
                name: {"content": f"${number}"}
                for number, name in enumerate(placeholders(english[key].text), start=1)
            },
        }
        for key, message in locale.messages.items()
    ]


def _read(file: Path) -> dict[str, Message]:
    return read_model(Messages, file, parse_toml(file)).root


def _check(file: Path, messages: dict[str, Message], english: dict[str, Message]) -> Locale:
    for key, message in messages.items():
        if key not in english:
            raise BadInputError(file, key, f"is not a message of {DEFAULT}.toml; remove or rename")
        expected = placeholders(english[key].text)
        if sorted(placeholders(message.text)) != sorted(expected):
            wanted = ", ".join(f"{{{name}}}" for name in expected) or "no placeholders"
            raise BadInputError(file, key, f"has other placeholders than English: use {wanted}")
    return Locale(file.stem, messages, tuple(key for key in english if key not in messages))
