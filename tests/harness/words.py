"""What a state looks like: its badge, and its sentences as they stand in locales/."""

from functools import cache

from builder.locales import LOCALES
from builder.toml_file import parse_toml
from tests.harness.pseudo import WRITERS

# design: badges are exactly these, the same in every language.
BADGES = {
    "elsewhere": "",
    "looking": "…",
    "looking_asked": "…",
    "cancelled": "…",
    "on": "ON",
    "on_look": "ON",
    "saving": "…",
    "confirming": "…",
    "proving": "…",
    "off": "OFF",
    "unproven": "?",
    "kept_on": "ON",
    "locked": "ON",
    "unrecognised": "?",
    "unavailable": "?",
    "unreached": "?",
    "recheck": "?",
}


@cache
def _messages(language: str) -> dict:
    if language in WRITERS:
        return {key: {"text": WRITERS[language](message(key))} for key in _messages("en")}
    return parse_toml(LOCALES / f"{language}.toml")


def message(key: str, language: str = "en") -> str:
    """The text of a message in a language: its file in locales/, or a pseudo-locale."""
    return _messages(language)[key]["text"]


def has_headline(state: str) -> bool:
    """Whether banner and panel have words of their own for a state."""
    return f"headline_{state}" in _messages("en")


def title(state: str) -> str:
    """The toolbar button's title in a state."""
    return message(f"title_{state}")


def state_titled(shown: str) -> str:
    """The state whose title this is; the title itself where it is no state's."""
    return next((state for state in BADGES if title(state) == shown), shown)
