"""Who is measured beside whom: each a browser of its own, started once and kept open."""

import json
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from builder.bad_input import ROOT
from tests.harness.browsers import NAMES, Browser, launch
from tests.harness.browsers.devtools import DevTools
from tests.harness.linkedin import LinkedIn, certificate_fingerprint

from .results import AGAIN, NOTHING, OURS, PEER
from .tab import devtools_of

HERE = Path(__file__).parent
DIST = ROOT / "dist"
PEER_PACKAGE = HERE / "node_modules" / "@duckduckgo" / "autoconsent" / "dist" / "addon-mv3"

# The browser that is measured from inside, and the other one.
MEASURED, OTHER = NAMES
PACKAGES = {NOTHING: None, AGAIN: None, OURS: DIST / MEASURED, PEER: PEER_PACKAGE}


class Contenders:
    """The stand-in and the browsers, used as a context manager; a browser starts when asked for."""

    def __init__(self) -> None:
        self._running = ExitStack()
        self._browsers: dict[str, Browser] = {}
        self._devtools: dict[str, DevTools] = {}
        self._packages: dict[str, Path | None] = dict(PACKAGES)
        self.interrupted = False

    def __enter__(self) -> Self:
        """Start the stand-in."""
        self._folder = Path(self._running.enter_context(tempfile.TemporaryDirectory()))
        self.linkedin = self._running.enter_context(LinkedIn())
        return self

    def __exit__(self, *_: object) -> None:
        """End everything."""
        try:
            self._running.close()
        except Exception:
            if not self.interrupted:
                raise

    def add(self, name: str, change: Callable[[Path], None]) -> None:
        """One more contender: a changed copy of ours, which is kept as long as its browser.

        Args:
            name: whose browser is asked for by it; who is known by then stays as it is.
            change: changes the copy, whose folder it is given.
        """
        if name not in self._packages:
            folder = self._folder / str(len(self._packages))
            shutil.copytree(DIST / MEASURED, folder)
            change(folder)
            self._packages[name] = folder

    def browser(self, name: str) -> Browser:
        """A contender's browser; the other browser goes by its own name, and has ours."""
        if name not in self._browsers:
            kind = name if name in NAMES else MEASURED
            package = DIST / kind if kind == name else self._packages[name]
            start = {"proxy": self.linkedin.port, "certificate": certificate_fingerprint()}
            self._browsers[name] = self._running.enter_context(
                launch(kind, package=package, **start)
            )
        return self._browsers[name]

    def versions(self) -> dict[str, str]:
        """Which browsers have run, and which packages, by name."""
        running = self._browsers.values()
        told = {one.name: one.driver.capabilities["browserVersion"] for one in running}
        return told | {OURS: _version(DIST / MEASURED), PEER: _version(PEER_PACKAGE)}

    @contextmanager
    def until_interrupted(self) -> Iterator[None]:
        """Let Ctrl+C end what is done in the `with`, and no more; it ends the browsers, too.

        So whatever fails after it, fails because of it.
        """

        def interrupt(*_: object) -> None:
            self.interrupted = True
            raise KeyboardInterrupt

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        except (Exception, KeyboardInterrupt):
            if not self.interrupted:
                raise
        finally:
            signal.signal(signal.SIGINT, before)

    def devtools(self, name: str) -> DevTools:
        """A connection of our own to a contender's browser."""
        if name not in self._devtools:
            self._devtools[name] = devtools_of(self.browser(name))
        return self._devtools[name]


def turn(names: Sequence[str], number: int) -> list[str]:
    """Who comes when in a round: everybody is first once, so that no place is better."""
    start = number % len(names)
    return [*names[start:], *names[:start]]


def _version(package: Path) -> str:
    return json.loads((package / "manifest.json").read_text(encoding="utf-8"))["version"]
