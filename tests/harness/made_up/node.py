"""A made-up page as a tree, which Python reasons about and a browser builds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

# What an element holds besides its children: a tree of its own, or another document.
Inner = Literal["", "open", "closed", "frame", "srcdoc", "sandboxed"]


@dataclass(frozen=True, eq=False)
class Node:
    """One element. Two with the same values are two: nodes are compared by identity.

    Attributes:
        attributes: as in HTML; a boolean attribute has the value "".
        properties: set by script once it stands in the page, `checked` above all.
        text: its own words, before its children.
        inner: what kind of tree `inside` is: an open or closed shadow root, a same-origin frame
            (blank, or made of a srcdoc), or a sandboxed one, which no script reaches.
        stale: it stood in the page before the address changed.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: tuple["Node", ...] = ()
    inner: Inner = ""
    inside: tuple["Node", ...] = ()
    properties: dict[str, bool] = field(default_factory=dict)
    stale: bool = False

    def mapped(self, change: Callable[[Self], Self]) -> Self:
        """The same tree with every node changed; the change sees changed children."""
        children = tuple(child.mapped(change) for child in self.children)
        inside = tuple(child.mapped(change) for child in self.inside)
        return change(replace(self, children=children, inside=inside))

    def with_replaced(self, old: Self, new: Self) -> Self:
        """The same tree with one node replaced; the rest stays the very same nodes."""
        if self is old:
            return new
        children = tuple(child.with_replaced(old, new) for child in self.children)
        inside = tuple(child.with_replaced(old, new) for child in self.inside)
        changed = (children, inside) != (self.children, self.inside)
        return replace(self, children=children, inside=inside) if changed else self

    def walk(self) -> Iterator[Self]:
        """This node and all below, in the order in which they are numbered."""
        yield self
        for child in (*self.children, *self.inside):
            yield from child.walk()

    def as_json(self) -> dict:
        """What `build-page.js` takes."""
        lists = {
            name: [n.as_json() for n in getattr(self, name)] for name in ("children", "inside")
        }
        return {**vars(self), **lists}

    def __repr__(self) -> str:
        return "\n".join(_lines(self, 0))


@dataclass(frozen=True, eq=False, repr=False)
class Page:
    """The children of a document's body."""

    body: tuple[Node, ...]

    def mapped(self, change: Callable[[Node], Node]) -> Self:
        """The same page with every node changed."""
        return Page(tuple(node.mapped(change) for node in self.body))

    def with_replaced(self, old: Node, new: Node) -> Self:
        """The same page with one node replaced, and what it contained with it."""
        return Page(tuple(node.with_replaced(old, new) for node in self.body))

    def walk(self) -> list[Node]:
        """All nodes, in the order in which they are numbered."""
        return [each for node in self.body for each in node.walk()]

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """How Hypothesis prints a failing page."""
        printer.text("\n" + html_of(self))


def html_of(page: Page) -> str:
    """The page for people to read: HTML, with what HTML cannot say in square brackets."""
    return "\n".join(line for node in page.body for line in _lines(node, 0))


def _lines(node: Node, depth: int) -> Iterator[str]:
    attributes = "".join(f" {name}={value!r}" for name, value in node.attributes.items())
    notes = [f"{name} = {value}" for name, value in node.properties.items()]
    notes += ["stale"] if node.stale else []
    note = f" [{', '.join(notes)}]" if notes else ""
    yield f"{'  ' * depth}<{node.tag}{attributes}>{note} {node.text!r}".removesuffix(" ''")
    for child in node.children:
        yield from _lines(child, depth + 1)
    if node.inner:
        yield f"{'  ' * depth}  [{node.inner}:]"
        for child in node.inside:
            yield from _lines(child, depth + 2)
