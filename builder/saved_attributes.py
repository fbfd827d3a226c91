"""What of a saved page's attributes may stay: only values from lists, and renamed references."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from builder.toml_file import parse_toml

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

LISTS = {
    name: frozenset(words.split())
    for name, words in parse_toml(Path(__file__).with_name("saved_page.toml")).items()
}
_WORDS = LISTS["classes"]
# Why an attribute stays: the detector reads it, or the layout and a page's script need it.
_BOOLEANS = ("checked", "disabled", "hidden", "inert", "open")
_TRUE_OR_FALSE = ("aria-disabled", "aria-modal", "aria-hidden", "aria-expanded")
_READINGS = ("aria-checked", "aria-pressed")
_CHOICES = {
    "dir": frozenset({"ltr", "rtl", "auto"}),
    "shadowrootmode": frozenset({"open", "closed"}),
    # Where LinkedIn's older toggles hear the click.
    "data-control-name": frozenset({"toggle_button"}),
    **dict.fromkeys(_TRUE_OR_FALSE, frozenset({"true", "false"})),
}
LANGUAGE = re.compile(r"[a-z]{2,3}(-(Hans|Hant|Latn|Cyrl))?(-[A-Z]{2})?")
_REFERENCES = ("id", "name", "for", "form", "slot", "aria-labelledby", "aria-describedby")
_LISTS = ("aria-labelledby", "aria-describedby")
# As extension/core/find-switch.js tells an unknown key of LinkedIn's from other names.
CAMEL_CASE = re.compile(r"[a-z]+([A-Z][a-z]*)+")


def clean_attributes(page: "BeautifulSoup", names: frozenset[str]) -> None:
    """Keeps of every element only what is known to be the same for every member.

    Args:
        page: changed in place.
        names: ids and keys that stay; all other references are renamed, the same in every place.
    """
    renamed = _Names(names)
    for tag in page.find_all(True):
        tag.attrs = _own(tag) | _references(tag, renamed)


def clean_class(token: str) -> str:
    """A class name as far as it is made of known words and one small number; filler else."""
    pieces = re.split("([-_])", token)
    numbered = [piece for piece in pieces if piece not in _WORDS and re.search("[0-9]", piece)]
    kept = {piece for piece in pieces if piece in "-_" or _is_plain(piece)}
    if len(numbered) > 1:
        kept -= set(numbered)
    return "".join(piece if piece in kept else "x" * len(piece) for piece in pieces)


def _is_plain(piece: str) -> bool:
    parts = re.findall("[A-Z]?[a-z]+|[A-Z]+|[0-9]{1,2}", piece)
    spelled = all(part.isdigit() or part.lower() in _WORDS for part in parts)
    one_number = sum(part.isdigit() for part in parts) < 2
    return piece in _WORDS or ("".join(parts) == piece and spelled and one_number)


def _own(tag: "Tag") -> dict[str, str]:
    """The attributes whose values are the same for every member."""
    kept = {name: "" for name in _BOOLEANS if name in tag.attrs}
    for name, rule in _RULES.items():
        if name in tag.attrs and (value := rule(tag.attrs[name])):
            kept[name] = value
    if tag.name == "a" and "href" in tag.attrs:
        kept["href"] = "#"  # that a control is in a link matters
    return kept


def _chosen(values: frozenset[str]) -> Callable[[str], str]:
    return lambda value: value if value in values else ""


def _reading(value: str) -> str:
    return value if value in ("true", "false") else "mixed"


def _role(value: str) -> str:
    roles = value.split(" ")
    return value if LISTS["roles"].issuperset(roles) else ""


def _class(value: str) -> str:
    return " ".join(clean_class(token) for token in value.split())


def _matching(pattern: str) -> Callable[[str], str]:
    return lambda value: value if re.fullmatch(pattern, value, re.ASCII) else ""


_RULES: dict[str, Callable[[str], str]] = {
    "class": _class,
    "lang": _matching(LANGUAGE.pattern),
    "role": _role,
    "tabindex": _matching("-?[0-9]"),
    "type": lambda value: _chosen(LISTS["types"])(value.lower()),
    **dict.fromkeys(_READINGS, _reading),
    **{name: _chosen(values) for name, values in _CHOICES.items()},
}


def _references(tag: "Tag", renamed: "_Names") -> dict[str, str]:
    """The attributes that name the element, or another one."""
    kept = {}
    for name in _REFERENCES:
        value = tag.attrs.get(name, "")
        parts = value.split() if name in _LISTS else [value] if value.strip() else []
        if parts:
            kept[name] = " ".join(renamed.of(part) for part in parts)
    return kept


class _Names:
    """New names for old ones, in the order in which they come."""

    def __init__(self, kept: frozenset[str]):
        self._new = {name: name for name in kept}
        self._plain = self._keys = 0

    def of(self, old: str) -> str:
        """The new name. An unknown key stays one that can be told to be a key."""
        if old not in self._new:
            self._new[old] = self._next(old)
        return self._new[old]

    def _next(self, old: str) -> str:
        if CAMEL_CASE.fullmatch(old):
            self._keys += 1
            return f"unknownKey{_letters(self._keys)}"
        self._plain += 1
        return f"x{self._plain}"


def _letters(number: int) -> str:
    """1 as A, 26 as Z, 27 as AA: an unknown key has no digits."""
    number, rest = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("A") + rest)
