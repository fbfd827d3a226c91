"""What a screen reader is told of a page, as text: a role and a name a line.

Sentences of ours stand there by the key of their message, so that a tree is short, and the same in
every language. What is no message of ours stands in quotation marks.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder.locales import LOCALES
from builder.toml_file import parse_toml
from tests.harness.browsers import Browser, until
from tests.harness.browsers.sight import Node

# They say themselves by their name; what is in them says nothing more.
_LEAVES = {"button", "checkbox", "combobox", "heading", "link", "progressbar", "radio", "textbox"}
_AROUND = {"dialog", "group", "list", "listitem", "main", "navigation", "region", "status"}
# Of several messages with the same words, the one that says most of where it stands.
_FIRST = ("headline_", "detail_", "button_", "link_")


def told(browser: Browser, role: str, name: str = "", language: str = "en") -> str:
    """What is told of the first part of the driver's page with this role and name.

    Args:
        browser: its tree is asked for until the part is there.
        role: the part's ARIA role.
        name: its accessible name.
        language: of our messages there.
    """
    part = until(lambda: browser.accessibility_tree().find(role, name), f"{role} {name!r}")
    return "\n".join(_lines(part, _keys(language)))


def _lines(node: Node, keys: list[tuple[re.Pattern, str]], depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    if node.role in _LEAVES or node.role in _AROUND:
        named = node.name if node.role != "listitem" else ""  # one browser names it by its text
        name = named and " " + _key_of(named, keys)
        yield f"{indent}{node.role}{name}"
        depth += 1
    if node.role in _LEAVES:
        return
    if text := _sentence(node):
        yield "  " * depth + _key_of(text, keys)
        return
    for child in node.children:
        yield from _lines(child, keys, depth)


def _sentence(node: Node) -> str:
    """What is told as one: a text, or the parts of a sentence with a quotation in it."""
    if node.role == "text":
        return node.name.strip()
    runs_on = node.role not in _AROUND or any(child.role == "text" for child in node.children)
    is_text = all(one.role == "text" or one.role not in _LEAVES | _AROUND for one in _below(node))
    return "".join(_texts(node)).strip() if runs_on and is_text else ""


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _texts(node: Node) -> Iterator[str]:
    return (one.name for one in _below(node) if one.role == "text")


def _key_of(text: str, keys: list[tuple[re.Pattern, str]]) -> str:
    return next((key for said, key in keys if said.fullmatch(text)), f'"{text}"')


@cache
def _keys(language: str) -> list[tuple[re.Pattern, str]]:
    """Each message, as what it can say when it is filled in, and its key."""
    messages = parse_toml(LOCALES / f"{language}.toml")
    said = [key for key, message in messages.items() if "text" in message]
    ordered = sorted(said, key=lambda key: not key.startswith(_FIRST))
    texts = {key: messages[key]["text"] for key in ordered}
    filled = {key: re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for key, text in texts.items()}
    # One that is nothing but filled in would say everything.
    return [(re.compile(text), key) for key, text in filled.items() if text != ".+"]
