"""What a person may allow an extension, and take from it, in the browser's own interface."""

from abc import ABC, abstractmethod
from collections.abc import Callable


class SiteAccess(ABC):
    """The extension's access to the site that its content scripts are for."""

    # Whether a driver reaches the browser's own question when an extension asks for access.
    asks_visibly = False

    @abstractmethod
    def revoke_site_access(self) -> None:
        """Let it run there only when it is clicked, by the browser's own control for that.

        Pages that are open keep the script that they have.
        """

    @abstractmethod
    def grant_site_access(self) -> None:
        """Let it always run there, by the same control. Pages that are open get no script."""

    @abstractmethod
    def allow_when_asked(self, ask: Callable[[], None]) -> None:
        """Do what has the extension ask the browser for access, and let it have that.

        Firefox's own question is answered by its own button. Chromium's is a dialog that no driver
        reaches and that blocks its window: there the access is given just before, by the control
        of `grant_site_access`, and the browser need not ask.
        """

    def answer_access_request(self, answer: str) -> None:
        """Press a button of the browser's own question, once it is open.

        Args:
            answer: "accept" or "decline".

        Raises:
            NotImplementedError: no driver reaches it.
        """
        raise NotImplementedError(f"no driver reaches the question, to {answer}")
