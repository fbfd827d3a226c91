"""The extension's service worker, watched and stopped from outside, without attaching to it."""

from contextlib import contextmanager
from typing import Any

from .devtools import DevTools

_CHANGED = "ServiceWorker.workerVersionUpdated"


class ServiceWorker:
    """The worker of one extension origin, through the DevTools domain that lists all workers."""

    def __init__(self, devtools: DevTools, session: str, origin: str):
        """Use `session`, of any page in the same profile; `origin` ends with a slash."""
        self._devtools = devtools
        self._session = session
        self._origin = origin

    @property
    def is_running(self) -> bool:
        """Whether it runs at this moment, starting and stopping included."""
        with self._watched():
            return self._is_running()

    def wait_until_started(self) -> None:
        """Return when it is activated: its script has run once, its listeners are there."""
        with self._watched():
            self._wait_for("status", "activated")

    def stop(self) -> None:
        """Stop it as idleness would, and return when it is stopped. Nothing if it is."""
        with self._watched():
            if self._is_running():
                # Idleness ends none that is still loading its scripts.
                if self._versions()[-1]["runningStatus"] == "starting":
                    self._wait_for("runningStatus", "running")
                params = {"versionId": self._versions()[-1]["versionId"]}
                self._devtools.call("ServiceWorker.stopWorker", params, self._session)
                self._wait_for("runningStatus", "stopped")

    @contextmanager
    def _watched(self):
        """Have the browser tell all workers' states, first the present ones, then each change.

        The present ones come soon after the answer to `enable`, not before it (measured).
        """
        self._devtools.events.clear()
        self._devtools.call("ServiceWorker.enable", session=self._session)
        try:
            self._devtools.wait_for(lambda event: event["method"] == _CHANGED)
            yield
        finally:
            self._devtools.call("ServiceWorker.disable", session=self._session)

    def _versions(self) -> list[dict[str, Any]]:
        """Return every state of our worker told so far, the present one last."""
        return [version for event in self._devtools.events for version in self._ours(event)]

    def _is_running(self) -> bool:
        versions = self._versions()
        return bool(versions) and versions[-1]["runningStatus"] != "stopped"

    def _wait_for(self, field: str, value: str) -> None:
        self._devtools.wait_for(lambda event: any(v[field] == value for v in self._ours(event)))

    def _ours(self, event: dict[str, Any]) -> list[dict[str, Any]]:
        if event["method"] != _CHANGED:
            return []
        versions = event["params"]["versions"]
        return [version for version in versions if version["scriptURL"].startswith(self._origin)]
