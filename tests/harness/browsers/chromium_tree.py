"""The accessibility tree as Chromium's DevTools tell it, made one of ours."""

from typing import Any

from .sight import Node

_TEXT = "StaticText"
# As the protocol calls what the standard calls otherwise.
_ROLES = {_TEXT: "text", "RootWebArea": "document", "image": "img", "DisclosureTriangle": "button"}


def tree_of(nodes: list[dict[str, Any]]) -> Node:
    """Make the tree of a page from what `Accessibility.getFullAXTree` answers."""
    by_id = {node["nodeId"]: node for node in nodes}

    def made(node: dict[str, Any]) -> Node:
        role = "generic" if node["ignored"] else node["role"]["value"]
        # Below a text are its lines.
        below = [] if role == _TEXT else [by_id[child] for child in node.get("childIds", [])]
        name = "" if node["ignored"] else node.get("name", {}).get("value", "")
        return Node(_ROLES.get(role, role), name, [made(child) for child in below])

    return made(nodes[0])
