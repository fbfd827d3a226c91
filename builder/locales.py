"""What we say: locales/*.toml as messages, checked against the English ones."""

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import RootModel

from builder.bad_input import ROOT
from builder.locale_rules import check_texts, placeholders
from builder.toml_file import Model, parse_toml, read_model

LOCALES = ROOT / "locales"
DEFAULT = "en"


class Message(Model):
    """A message, and a note that says where it stands and what it must not lose."""

    text: str
    note: str = ""


class Messages(RootModel[dict[str, Message]]):
    """The messages of one file, by key."""


class Translation(Model):
    """Who made a translation, and which native speaker has reviewed it; empty: nobody has."""

    made_by: str
    reviewed_by: str


@dataclass(frozen=True)
class Locale:
    """One language. English is no translation."""

    name: str
    messages: dict[str, Message]
    translation: Translation | None

    @property
    def is_unreviewed(self) -> bool:
        """Whether it is a translation that no native speaker has reviewed."""
        return self.translation is not None and self.translation.reviewed_by == ""


def load_locales(folder: Path = LOCALES) -> list[Locale]:
    """Reads all languages, English first.

    Raises:
        BadInputError: a file is broken, does not say who made it, has other messages than English,
            or breaks a rule of builder/locale_rules.py.
    """
    english = _read(folder / f"{DEFAULT}.toml")
    others = sorted(file for file in folder.glob("*.toml") if file.stem != DEFAULT)
    return [english] + [_read_translation(file, english) for file in others]


def numbered(locale: Locale, english: Locale) -> dict[str, str]:
    """A language's texts in the shape that browsers read, sorted as in the file.

    A placeholder becomes a number, such as $1: its place in the English text, so that scripts can
    pass values by position while each language orders them as it must.
    """

    def number(key: str, text: str) -> str:
        names = placeholders(english.messages[key].text)
        numbers = {f"{{{name}}}": f"${place}" for place, name in enumerate(names, start=1)}
        return re.sub(r"\$|\{\w+\}", lambda found: numbers.get(found[0], "$$"), text)

    return {key: number(key, message.text) for key, message in locale.messages.items()}


def _read(file: Path) -> Locale:
    content = parse_toml(file)
    about = content.pop("translation", None)
    translation = None if file.stem == DEFAULT else read_model(Translation, file, about or {})
    return Locale(file.stem, read_model(Messages, file, content).root, translation)


def _read_translation(file: Path, english: Locale) -> Locale:
    locale = _read(file)
    texts = {key: message.text for key, message in locale.messages.items()}
    check_texts(file, texts, {key: message.text for key, message in english.messages.items()})
    return locale
