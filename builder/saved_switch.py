"""Which texts of a saved page are LinkedIn's own: the certain switch's label, and known names."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from builder.catalogue import Catalogue, compile_catalogue
from builder.saved_attributes import CAMEL_CASE, LISTS

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, NavigableString, Tag

_CONTROLS = (
    'input[type="checkbox"], [role="switch"], button[aria-pressed], [role="button"][aria-pressed]'
)
# A label is one sentence. What is longer is more than a label.
_LONGEST_LABEL = 200
# What a label's words cannot hold, but addresses, ids and templates do.
_SUSPECT = frozenset("@/\\{}[]<>#%&=+*_|~^$`")
_JOINERS = "\u200c\u200d"  # parts of the spelling of some languages


@dataclass(frozen=True)
class Known:
    """What a page may keep, because LinkedIn shows it to every member alike.

    Attributes:
        keys: of the first setting, whose page is captured.
        others: keys of all other settings.
        main: CSS selector of the region that holds a page's settings.
        names: what LinkedIn calls its settings.
    """

    keys: frozenset[str]
    others: frozenset[str]
    main: str
    names: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        """What the catalogue knows, and so the detector."""
        compiled = compile_catalogue(catalogue)
        first, *rest = compiled["settings"]
        names = [name for one in compiled["settings"] for name in one["names"].values()]
        others = [key for one in rest for key in one["keys"]]
        return cls(
            keys=frozenset(first["keys"]),
            others=frozenset([*others, *compiled["otherKeys"]]),
            main=compiled["main"],
            names=frozenset(plain(name) for name in [*names, *compiled["otherNames"]]),
        )

    @property
    def kept_names(self) -> frozenset[str]:
        """The ids and keys that stay as they are."""
        return self.keys | self.others | frozenset(re.findall(r"#([\w-]+)", self.main))


def plain(text: str) -> str:
    """Text with single spaces, and none around it."""
    return " ".join(text.split())


def text_of(tag: "Tag") -> str:
    """All text in an element, of open shadow roots too."""
    return "".join(tag.find_all(string=True))


def texts_to_keep(page: "BeautifulSoup", known: Known) -> dict[int, str]:
    """The texts that stay: known names, and of the certain switch's row its label and its state.

    Returns:
        The id of the string's object -> what stays of it.
    """
    kept = {}
    for tag in page.body.find_all(True):
        if plain(text_of(tag)) in known.names:
            kept |= {id(string): _spaced(string) for string in tag.find_all(string=True)}
    control = certain_switch(page, known)
    return kept | (_row_texts(control, page, known) if control else {})


def unknown_keys(page: "BeautifulSoup", known: Known) -> list[str]:
    """What the page's controls are called, where that looks like a key and is not a known one."""
    names = {name for control in page.select(_CONTROLS) for name in _names_of(control)}
    return sorted(filter(CAMEL_CASE.fullmatch, names - known.keys - known.others))


def certain_switch(page: "BeautifulSoup", known: Known) -> "Tag | None":
    """The switch that carries a setting's key, else the only one in the main region, or None."""
    controls = page.select(_CONTROLS)
    keyed = [control for control in controls if known.keys & set(_names_of(control))]
    in_main = [c for c in controls if any(c.css.closest(part) for part in [known.main])]
    candidates = keyed or [c for c in in_main if not any(map(CAMEL_CASE.fullmatch, _names_of(c)))]
    if len(candidates) != 1 or (not keyed and len(in_main) != 1):
        return None
    [control] = candidates
    foreign = known.others & set(_names_of(control))
    return None if foreign or control.find_parent("a", href=True) else control


def _names_of(control: "Tag") -> list[str]:
    names = [control.get("id", ""), control.get("name", "")]
    return names + control.get("aria-labelledby", "").split()


def _labels_of(control: "Tag", page: "BeautifulSoup", known: Known) -> list["Tag"]:
    """What the page itself names as the control's label; the key's own element if it has one."""
    named = control.get("aria-labelledby", "").split()
    ids = [name for name in named if name in known.keys] or named
    labels = [page.find(id=name) for name in ids]
    if control.get("id"):
        labels += page.find_all("label", attrs={"for": control["id"]})
    labels.append(control.find_parent("label"))
    return [label for label in labels if label]


def _row_texts(control: "Tag", page: "BeautifulSoup", known: Known) -> dict[int, str]:
    labels = [label for label in _labels_of(control, page, known) if plain(text_of(label))]
    row = next(tag for tag in control.parents if _holds(tag, labels))
    states = {
        id(string): _spaced(string)
        for string in row.find_all(string=True)
        if plain(string) in LISTS["states"]
    }
    return {k: text for label in labels for k, text in _label_texts(label).items()} | states


def _holds(tag: "Tag", labels: list["Tag"]) -> bool:
    """Whether an ancestor of the control is its row; without a label, the first with any text."""
    if not labels:
        return tag.parent is None or bool(plain(text_of(tag)))
    return all(label is tag or tag in label.parents for label in labels)


def _label_texts(label: "Tag") -> dict[int, str]:
    if len(text_of(label)) > _LONGEST_LABEL:
        return {}
    return {
        id(string): _without_suspects(string)
        for string in label.find_all(string=True)
        if not string.find_parent(["a", "button", "select", "time"])
    }


def _without_suspects(text: str) -> str:
    """Text whose words with digits, addresses or the like in them are filler."""
    words = re.split(r"(\s+)", text)
    return _spaced("".join("x" * len(w) if w.strip() and _is_suspect(w) else w for w in words))


def _is_suspect(word: str) -> bool:
    odd = (c for c in word if unicodedata.category(c)[0] in "NC" and c not in _JOINERS)
    return bool(next(odd, None) or _SUSPECT & set(word) or re.search(r"[.:]\w", word))


def _spaced(text: "NavigableString | str") -> str:
    """Text whose white space survives being written and read again."""
    return re.sub(r"[^\S\n]", " ", text)
