"""A small client of Chromium's DevTools protocol, over the browser's own websocket.

Why not the driver's: its commands go to one tab, and it offers neither the toolbar button nor the
popup; and what it attaches to it keeps attached, which keeps a service worker from stopping.
"""

import json
import time
import urllib.request
from collections import deque
from collections.abc import Callable
from typing import Any

import websocket

from .wait import PATIENCE


class DevToolsError(RuntimeError):
    """The browser refused a command, or an evaluated expression threw."""


class DevTools:
    """One connection. Commands are answered in order; events wait in `events` till looked for."""

    def __init__(self, address: str):
        """Connect to the browser whose debugging address is "host:port"."""
        with urllib.request.urlopen(f"http://{address}/json/version") as answer:
            url = json.load(answer)["webSocketDebuggerUrl"]
        # Without an Origin header, for pages' connections are refused.
        self._socket = websocket.create_connection(url, suppress_origin=True)
        self._last = 0
        self._answers: dict[int, dict[str, Any]] = {}
        # The session of each command that was not answered yet.
        self._pending: dict[int, str | None] = {}
        self.events: deque[dict[str, Any]] = deque(maxlen=1000)

    def close(self) -> None:
        """End the connection: hidden targets made over it end too."""
        self._socket.close()

    def send(self, method: str, params: dict | None = None, session: str | None = None) -> int:
        """Send a command without waiting, and return the number to ask its answer by."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        self._socket.send(json.dumps(message))
        self._pending[self._last] = session
        return self._last

    def answer(self, number: int, seconds: float = PATIENCE) -> dict[str, Any]:
        """Wait for the answer to a sent command and return its result.

        Raises:
            DevToolsError: the browser refused it.
            TimeoutError: no answer within `seconds`.
        """
        self._receive_until(lambda: number in self._answers, seconds)
        answer = self._answers.pop(number)
        del self._pending[number]
        if "error" in answer:
            raise DevToolsError(answer["error"]["message"])
        return answer["result"]

    def call(
        self, method: str, params: dict | None = None, session: str | None = None
    ) -> dict[str, Any]:
        """Send a command and return its result; errors as in `answer`."""
        return self.answer(self.send(method, params, session))

    def wait_for(self, test: Callable[[dict], bool], seconds: float = PATIENCE) -> dict[str, Any]:
        """Return the first event that passes the test, of those here and those to come."""
        self._receive_until(lambda: any(map(test, self.events)), seconds)
        return next(filter(test, self.events))

    def _receive_until(self, done: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            self._socket.settimeout(max(deadline - time.monotonic(), 0.001))
            try:
                message = json.loads(self._socket.recv())
            except websocket.WebSocketTimeoutException as error:
                raise TimeoutError(f"the browser said nothing for {seconds} s") from error
            if "id" in message:
                self._answers[message["id"]] = message
            else:
                self._end_pending(message)
                self.events.append(message)

    def _end_pending(self, event: dict[str, Any]) -> None:
        """A session that went leaves its commands without an answer."""
        if event["method"] != "Target.detachedFromTarget":
            return
        gone = event["params"]["sessionId"]
        for number in [number for number, session in self._pending.items() if session == gone]:
            self._answers.setdefault(number, {"error": {"message": "the session is closed"}})

    def attach(self, target: str) -> str:
        """Attach to a target and return the session to speak to it by."""
        params = {"targetId": target, "flatten": True}
        return self.call("Target.attachToTarget", params)["sessionId"]

    def detach(self, session: str) -> None:
        """End a session."""
        self.call("Target.detachFromTarget", {"sessionId": session})

    def evaluate(self, session: str, expression: str) -> Any:
        """Return the JSON value of an expression in the session's page, promises waited for."""
        params = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.call("Runtime.evaluate", params, session)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            thrown = details.get("exception", {})
            raise DevToolsError(thrown.get("description") or details["text"])
        return answer["result"].get("value")

    def targets(self, *kinds: str) -> list[dict[str, Any]]:
        """Return the targets of these types ("tab", "page", "service_worker", ...)."""
        wanted = [{"type": kind} for kind in kinds]
        return self.call("Target.getTargets", {"filter": wanted})["targetInfos"]
