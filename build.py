"""Builds Offswitch: catalogue + locales + templates -> dist/. Try `python build.py --help`."""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from builder.bad_input import ROOT, BadInputError
from builder.capture import capture
from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.provenance import CAPTURED, confirmed
from builder.render import TARGETS, render
from builder.toml_file import parse_toml
from builder.write import write_folders, write_zip

PROJECT = ROOT / "pyproject.toml"


def project_version() -> str:
    """The version, whose single source is pyproject.toml."""
    return parse_toml(PROJECT)["project"]["version"]


def render_all() -> dict[str, dict[str, bytes]]:
    """The package of every target: target -> path -> bytes.

    Raises:
        BadInputError: something that people write is broken.
    """
    catalogue, locales = load_catalogue(), load_locales()
    for locale in locales:
        if locale.missing:
            count = f"{len(locale.missing)} messages fall back to English"
            print(f"locales/{locale.name}.toml: {count}: {', '.join(locale.missing)}")
    version = project_version()
    return {target: render(target, version, catalogue, locales) for target in TARGETS}


def build(dist: Path) -> None:
    """Writes dist/chromium and dist/firefox, unpacked and loadable."""
    started = time.monotonic()
    write_folders(dist, render_all())
    print(
        f"built {', '.join(str(dist / t) for t in TARGETS)} in {time.monotonic() - started:.1f} s"
    )


def package(dist: Path) -> None:
    """Writes the folders and, beside them, one reproducible ZIP each."""
    packages = render_all()
    write_folders(dist, packages)
    for target, ending in zip(TARGETS, ("chromium.zip", "firefox.xpi"), strict=True):
        file = dist / f"offswitch-{project_version()}-{ending}"
        write_zip(file, packages[target])
        print(f"packed {file} ({file.stat().st_size / 1024:.1f} KB)")


def release(dist: Path, *, beta: bool) -> None:
    """Packages, if a page captured from LinkedIn shows that the switch is found there."""
    if not beta and not confirmed():
        problem = (
            "holds no page captured from LinkedIn that shows the switch; add one by "
            "`python build.py capture`, or release what it is with `make release BETA=1`"
        )
        raise BadInputError(CAPTURED, "", problem)
    package(dist)


def capture_page(*, file: Path, browser: str, language: str | None, date: date) -> None:
    """Makes a page that you saved in your everyday browser a sanitised page of the tests."""
    try:  # here, because the build must not need it
        from tests.harness.detector import look_in_new_browser
    except ImportError as error:
        problem = f'"{error.name}" is not installed; run `make setup`'
        raise BadInputError(PROJECT, "optional-dependencies.dev", problem) from None
    for line in capture(file, browser, language, date, look=look_in_new_browser):
        print(line)


# Name -> what does it, whose docstring's first line is its help.
COMMANDS: dict[str, Callable[..., None]] = {
    "build": build,
    "package": package,
    "release": release,
    "capture": capture_page,
}


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The command line as a namespace with `command` and what the command takes."""
    parser = argparse.ArgumentParser(description="Builds the Offswitch browser extension.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    added = {name: _add(commands, name) for name in COMMANDS}
    for name in ("build", "package", "release"):
        added[name].add_argument(
            "--dist", type=Path, default=ROOT / "dist", help="folder to write to (default: dist)"
        )
    added["release"].add_argument(
        "--beta", action="store_true", help="even if no captured page shows the switch"
    )
    add = added["capture"].add_argument
    add("file", type=Path, metavar="FILE", help="the HTML file that your browser saved")
    add("--browser", required=True, help='its name and version, such as "Firefox 153"')
    add("--language", help="LinkedIn's interface language, such as en (default: the page's)")
    add("--date", type=_day, default=date.today(), help="YYYY-MM-DD (default: today)")
    return parser.parse_args(arguments)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-12-01") from None


def _add(commands: Any, name: str) -> argparse.ArgumentParser:
    summary = (COMMANDS[name].__doc__ or "").splitlines()[0]
    return commands.add_parser(name, help=summary, description=summary)


def main(arguments: list[str]) -> int:
    """Runs the command line; 0, or 2 after one line that says what to mend."""
    options = vars(parse_arguments(arguments))
    command = COMMANDS[options.pop("command")]
    try:
        command(**options)
    except BadInputError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        place = error.filename or options.get("dist", CAPTURED)
        hint = "check it, or use --dist" if "dist" in options else "check it"
        print(f"{place}: cannot be written ({error.strerror}); {hint}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
