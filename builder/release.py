"""`build.py release`: refuses what is not ready, tests and packages the rest, and has it signed."""

import os
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from builder.bad_input import ROOT, RefusedError
from builder.release_checks import check_changelog, check_confirmed, check_tags, check_tree

# Of addons.mozilla.org. They go to web-ext by environment: a command line is there for all to see.
CREDENTIALS = ("WEB_EXT_API_KEY", "WEB_EXT_API_SECRET")
WHERE_KEYS_ARE = "https://addons.mozilla.org/developers/addon/api/key/"
CHROME_WEB_STORE = "https://chrome.google.com/webstore/devconsole"
# The exit code when everything is made, and nothing was sent.
NOTHING_SENT = 3


def release(dist: Path, version: str, *, beta: bool, package: Callable[[Path], None]) -> int:
    """Releases the commit that this folder is, as far as the credentials reach.

    Args:
        dist: the folder to write to.
        version: as in pyproject.toml.
        beta: even if no captured page shows the switch.
        package: writes all packages to a folder.

    Returns:
        0, or NOTHING_SENT where a credential is missing.

    Raises:
        BadInputError, RefusedError: it is not ready, or was not taken.
    """
    if not beta:
        check_confirmed()
    commit = check_tree()
    check_changelog(version)
    check_tags(version, commit)
    missing = [name for name in CREDENTIALS if not os.environ.get(name)]
    if missing:  # said before half an hour of tests, too
        print(f"Nothing will be sent without {' and '.join(missing)}.", flush=True)
    run_tests(commit)
    package(dist)
    made = dist / f"offswitch-{version}"
    if missing:
        print(
            f"Everything is in {dist}, and nothing was sent: {' and '.join(missing)} must be set"
            f" in the environment. {WHERE_KEYS_ARE} gives both."
        )
        return NOTHING_SENT
    sign(made)
    print(f"Sent {made}-firefox.xpi to addons.mozilla.org, which signs it after its review.")
    print("Compare what it signed, once it is there, by `.venv/bin/python build.py verify COPY`.")
    print(f"Now upload {made}-chromium.zip by hand at {CHROME_WEB_STORE}")
    return 0


def run_tests(commit: str) -> None:
    """Runs every test, for all to see; refuses if one fails, or if the folder changed meanwhile."""
    print("Running `make test`", flush=True)
    tests = subprocess.run(["make", "test"], cwd=ROOT, env=_without_credentials(), check=False)
    if tests.returncode:
        raise RefusedError("`make test` failed; mend what it names above")
    if check_tree() != commit:
        raise RefusedError("another commit was checked out while the tests ran; begin again")


def sign(made: Path) -> None:
    """Sends the package for Firefox, with its source, to be reviewed and signed.

    It does not wait for the review, which people do and which can take days.

    Args:
        made: what the packages' paths begin with.

    Raises:
        RefusedError: web-ext or the store refused it.
    """
    credentials = {name: os.environ[name] for name in CREDENTIALS}
    with tempfile.TemporaryDirectory() as unpacked:
        # The very files that the checksum is of, and not a folder that other commands write to.
        with zipfile.ZipFile(f"{made}-firefox.xpi") as package:
            package.extractall(unpacked)
        command = [
            str(ROOT / "node_modules" / ".bin" / "web-ext"),
            "sign",
            "--no-config-discovery",
            "--no-input",
            "--channel=listed",
            "--approval-timeout=0",
            f"--source-dir={unpacked}",
            f"--artifacts-dir={made.parent / 'signed'}",
            f"--upload-source-code={made}-source.zip",
        ]
        environment = _without_credentials() | credentials
        signed = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if signed.returncode:
        raise RefusedError("`web-ext sign` failed; it says above why, and what was sent")


def _without_credentials() -> dict[str, str]:
    """The environment less all that web-ext reads there, such as where to send what it is told."""
    return {name: value for name, value in os.environ.items() if not name.startswith("WEB_EXT_")}
