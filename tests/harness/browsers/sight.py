"""How a person has pages drawn, and what a screen reader is told of them, in either browser."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    """One node of the accessibility tree.

    Attributes:
        role: by its ARIA name; "text" for a text.
        name: its accessible name; of a text, the text.
        children: in reading order; what is only a box around others has the role "generic".
    """

    role: str
    name: str
    children: list["Node"] = field(default_factory=list)

    def find(self, role: str, name: str) -> "Node | None":
        """This node, or the first one below it, that has this role and name."""
        if (self.role, self.name) == (role, name):
            return self
        below = (child.find(role, name) for child in self.children)
        return next(filter(None, below), None)


class Sight(ABC):
    """The person's wishes for colours, and the tree that assistive technology reads."""

    @abstractmethod
    def show_as(self, *, dark: bool = False, forced_colors: bool = False) -> None:
        """Have the driver's tab drawn in a light or dark scheme, or in forced colours.

        Asked for once the page is there: in one browser it ends where the tab goes from a site to
        a page of the extension, or back.
        """

    @contextmanager
    def page_of(self, width: int, height: int) -> Iterator[None]:
        """The driver's tab with a page of this size (CSS pixels), and of its usual one afterwards.

        The window stays as it is: not every browser makes its own so small as a phone's.
        """
        self._resize_page(width, height)
        try:
            yield
        finally:
            self._resize_page(None, None)

    @abstractmethod
    def _resize_page(self, width: int | None, height: int | None) -> None:
        """Give the tab's page this size; None is the window's."""

    @abstractmethod
    def accessibility_tree(self) -> Node:
        """The tree of the driver's page as it is at this moment, closed shadow roots included."""

    @property
    @abstractmethod
    def accessibility_runs(self) -> bool:
        """Whether trees are kept of all pages, so that each of them costs more."""

    @abstractmethod
    def end_accessibility(self) -> None:
        """Stop keeping trees, soon, where `accessibility_tree` began it."""

    @abstractmethod
    def collect_garbage(self) -> None:
        """Have the browser give up what nobody holds, as it does when it likes."""
