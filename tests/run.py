"""`make run`: the built extension on the real LinkedIn, in a profile that is thrown away.

For hand tests. web-ext starts the browser, and nothing of ours drives it.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import NamedTuple

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from tests.harness.browsers import find

WEB_EXT = ROOT / "node_modules" / ".bin" / "web-ext"


class Runner(NamedTuple):
    """How web-ext is told of a browser.

    Attributes:
        find: where the browser is.
        target: what web-ext calls it.
        option: the option that takes its path.
        as_root: what it needs where root runs it.
    """

    find: Callable[[], find.Pair]
    target: str
    option: str
    as_root: tuple[str, ...] = ()


RUNNERS = {
    # Its sandbox refuses root, and where root is the only user there is no other way.
    "chromium": Runner(find.chromium, "chromium", "--chromium-binary", ("--arg=--no-sandbox",)),
    "firefox": Runner(find.firefox, "firefox-desktop", "--firefox"),
}


def address() -> str:
    """The page of the setting that Offswitch is about, as the catalogue has it."""
    catalogue = load_catalogue()
    return f"https://{catalogue.site.host}{catalogue.settings[0].paths[0].path}"


def command(name: str, *, is_root: bool) -> list[str]:
    """web-ext's command line for a browser.

    Raises:
        find.NotFoundError: the browser is not there.
    """
    runner = RUNNERS[name]
    return [
        str(WEB_EXT),
        "run",
        "--no-config-discovery",
        "--no-reload",
        f"--target={runner.target}",
        f"{runner.option}={runner.find().browser}",
        f"--source-dir={ROOT / 'dist' / name}",
        f"--start-url={address()}",
        *(runner.as_root if is_root else ()),
    ]


def run(said: list[str]) -> int:
    """Run a command to its end. What it and the browser leave behind is thrown away.

    Returns:
        Its exit code.
    """
    # Ctrl+C reaches web-ext as well, which ends the browser: here it must not come first.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with tempfile.TemporaryDirectory(prefix="offswitch-", ignore_cleanup_errors=True) as folder:
            own = os.environ | {"TMPDIR": folder}
            return subprocess.run(said, env=own, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)


def main() -> int:
    """Start the browser that `$BROWSER` names, and return the exit code."""
    name = os.environ.get("BROWSER", "chromium")
    if name not in RUNNERS:
        print(f"BROWSER={name}: there are {' and '.join(RUNNERS)}", file=sys.stderr)
        return 2
    try:
        said = command(name, is_root=os.geteuid() == 0)
    except find.NotFoundError as error:
        print(f"No {name}: {error}", file=sys.stderr)
        return 2
    print(f"{name} opens {address()}; end it with Ctrl+C, and its profile is gone.", flush=True)
    return run(said)


if __name__ == "__main__":
    sys.exit(main())
