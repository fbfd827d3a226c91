"""What outlasts a page or the browser itself, and how a test asks for it."""

from abc import ABC, abstractmethod
from typing import Any


class Lasting(ABC):
    """The extension's storage, and the browser's end and second start."""

    @abstractmethod
    def restart(self) -> None:
        """Quit and start again with the same profile; ends with the driver at the first tab.

        The extension is still installed, with what it stored; its session storage is gone, and its
        background is not running before something needs it. Every handle and panel from before is
        void.

        Raises:
            RuntimeError: `launch` was given no profile to keep.
        """

    @abstractmethod
    def extension_storage(self, area: str) -> dict[str, Any]:
        """Return all that the extension keeps in an area, without waking its background.

        Args:
            area: "local" or "session".

        Returns:
            Key to value. As text, with the keys in this order, it is the same for the same content.
        """

    @abstractmethod
    def put_in_storage(self, area: str, values: dict[str, Any]) -> None:
        """Write to an area as the extension itself would; whoever listens to it is told."""

    @abstractmethod
    def clear_storage(self, area: str) -> None:
        """Leave nothing in an area; whoever listens to it is told."""
