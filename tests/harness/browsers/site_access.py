"""What a person may allow an extension, and take from it, in the browser's own interface."""

from abc import ABC, abstractmethod


class SiteAccess(ABC):
    """The extension's access to the site that its content scripts are for."""

    @abstractmethod
    def revoke_site_access(self) -> None:
        """Let it run there only when it is clicked, by the browser's own control for that.

        Pages that are open keep the script that they have.
        """

    @abstractmethod
    def grant_site_access(self) -> None:
        """Let it always run there, by the same control. Pages that are open get no script."""

    @abstractmethod
    def accept_access_request(self) -> None:
        """Allow what the extension has just asked the browser for, once the browser asks back.

        Firefox's own question is answered by its own button. Chromium's cannot be reached by any
        driver: there the access is given by the control of `grant_site_access` while the question
        is open, which ends the asking too.
        """

    @abstractmethod
    def decline_access_request(self) -> None:
        """Refuse it. In Chromium the question goes with the panel that asked it."""
