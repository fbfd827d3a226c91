"""What an open popup can be asked to do, whichever browser it is in."""

import json
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

# Where a person would click the element: its middle, scrolled into view. Throws, with the reason,
# where there is nothing to click or something else lies over it.
_PLACE = """(() => {
  const node = document.querySelector(%s);
  if (!node) throw new Error('nothing matches');
  node.scrollIntoView({block: 'nearest', behavior: 'instant'});
  const box = node.getBoundingClientRect();
  const place = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = document.elementFromPoint(...place);
  if (!node.contains(hit)) throw new Error('covered by ' + (hit ? hit.outerHTML : 'nothing'));
  return place;
})()"""


class Panel(ABC):
    """The extension's popup while it is open at the real toolbar button."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether this very popup is still open; a later one is another Panel."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Evaluate a JavaScript expression in the popup's page; a promise is waited for.

        Returns:
            Its value as JSON gives it. Raises if the expression throws.
        """

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key, trusted, where the focus is: a key of `keys.KEYS`, or "Shift+" and one."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Write a PNG of what the popup shows."""

    @abstractmethod
    def close(self) -> None:
        """Close the popup, and return when it is closed."""

    @abstractmethod
    def _click_at(self, x: float, y: float) -> None:
        """Click, trusted, at a point in CSS pixels from the popup's top left corner."""

    def click(self, css: str) -> None:
        """Click, trusted, in the middle of the first element that matches the selector.

        Raises if there is none, or if another element lies over that point.
        """
        self._click_at(*self.evaluate(_PLACE % json.dumps(css)))
