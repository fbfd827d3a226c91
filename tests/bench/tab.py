"""One tab of a Chromium, spoken to over DevTools: nothing of a driver runs in its page."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.harness.browsers import Browser
from tests.harness.browsers.chromium_tabs import Tabs
from tests.harness.browsers.devtools import DevTools

SECONDS = 60.0  # until an answer is no longer waited for

_LOADED = """new Promise((loaded) => {
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', () => setTimeout(loaded));
})"""


class Tab:
    """A tab in front of all others, until it is closed."""

    def __init__(self, devtools: DevTools):
        """Open an empty one, and begin to measure."""
        self._devtools = devtools
        self.target = devtools.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = devtools.attach(self.target)
        self.call("Page.enable")
        # One clock of the page's own thread, which stands still while it waits or others run; and
        # one on the wall, in a session of its own, because a session has only one.
        self.call("Performance.enable", timeDomain="threadTicks")
        self._on_the_wall = devtools.attach(self.target)
        devtools.call("Performance.enable", {"timeDomain": "timeTicks"}, self._on_the_wall)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command to the page, and return its result."""
        number = self._devtools.send(method, params, self._session)
        return self._devtools.answer(number, SECONDS)

    def open(self, url: str) -> None:
        """Go to an address, and return when it has loaded."""
        answer = self.call("Page.navigate", url=url)
        if "errorText" in answer:
            raise RuntimeError(f"{url}: {answer['errorText']}")
        self.run(_LOADED)

    def run(self, expression: str) -> Any:
        """The value of an expression in the page, a promise waited for."""
        params = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.call("Runtime.evaluate", **params)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def metrics(self) -> dict[str, float]:
        """Chromium's own metrics of what the page has cost: bytes, and seconds of its thread.

        `Waited` is the script's time on the wall: what it waited for is in it.
        """
        found = _values(self.call("Performance.getMetrics"))
        wall = _values(self._devtools.call("Performance.getMetrics", None, self._on_the_wall))
        return found | {"Waited": wall["ScriptDuration"]}

    def collect_garbage(self) -> None:
        """Have the heap hold only what is still needed."""
        self.call("HeapProfiler.collectGarbage")

    def worlds(self) -> list[str]:
        """The origins of extensions whose scripts are in the page."""
        self._devtools.events.clear()
        self.call("Runtime.enable")
        contexts = [
            event["params"]["context"]
            for event in self._devtools.events
            if event["method"] == "Runtime.executionContextCreated"
            and event.get("sessionId") == self._session
        ]
        self.call("Runtime.disable")
        return [one["origin"] for one in contexts if one["origin"].startswith("chrome-extension:")]

    def click_toolbar(self, extension: str) -> None:
        """Press the toolbar button of the extension with this id."""
        holder = Tabs(self._devtools).holding(self.target)["targetId"]
        self._devtools.call("Extensions.triggerAction", {"id": extension, "targetId": holder})

    def close(self) -> None:
        """Close it."""
        self._devtools.call("Target.closeTarget", {"targetId": self.target})


def _values(answer: dict[str, Any]) -> dict[str, float]:
    return {one["name"]: one["value"] for one in answer["metrics"]}


@contextmanager
def tab_in(devtools: DevTools) -> Iterator[Tab]:
    """A new tab, closed at the end."""
    tab = Tab(devtools)
    try:
        yield tab
    finally:
        tab.close()


def devtools_of(browser: Browser) -> DevTools:
    """A connection of our own to a browser that the harness started."""
    options = browser.driver.capabilities["goog:chromeOptions"]
    return DevTools(options["debuggerAddress"])
