"""What a state looks like: its badge, and its sentences as they stand in locales/en.toml."""

from builder.locales import LOCALES
from builder.toml_file import parse_toml

_MESSAGES = parse_toml(LOCALES / "en.toml")

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


def message(key: str) -> str:
    """The English text of a message."""
    return _MESSAGES[key]["text"]


def has_headline(state: str) -> bool:
    """Whether banner and panel have words of their own for a state."""
    return f"headline_{state}" in _MESSAGES


def title(state: str) -> str:
    """The toolbar button's title in a state."""
    return message(f"title_{state}")


def state_titled(shown: str) -> str:
    """The state whose title this is; the title itself where it is no state's."""
    return next((state for state in BADGES if title(state) == shown), shown)
