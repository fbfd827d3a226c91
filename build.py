"""Builds Offswitch: catalogue + locales + templates -> dist/. Try `python build.py --help`."""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from builder.bad_input import ROOT, BadInputError, RefusedError
from builder.capture import capture
from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.package import archives
from builder.provenance import CAPTURED
from builder.read_copy import read_copy
from builder.release import release as release_commit
from builder.render import TARGETS, render
from builder.source import source_files
from builder.toml_file import parse_toml
from builder.verify import compare, report
from builder.write import write_archives, write_folders

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
    """Writes the folders, an archive of each, that of the source, and SHA256SUMS."""
    packages = render_all()
    made = archives(project_version(), packages, source_files())
    write_folders(dist, packages)
    write_archives(dist, made)
    for name, content in made.items():
        print(f"packed {dist / name} ({len(content) / 1024:.0f} KB)")


def release(dist: Path, *, beta: bool) -> int:
    """Tests and packages a commit that is ready, and sends it to be signed."""
    return release_commit(dist.absolute(), project_version(), beta=beta, package=package)


def verify(copy: Path) -> int:
    """Compares an installed or downloaded copy with what this source builds."""
    files = read_copy(copy)
    compared = compare(files, render_all())
    sys.stdout.reconfigure(errors="backslashreplace")  # it shows what others wrote
    print("\n".join(report(files, compared, project_version())))
    return 1 if compared.differences else 0


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
COMMANDS: dict[str, Callable[..., int | None]] = {
    "build": build,
    "package": package,
    "release": release,
    "verify": verify,
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
    added["verify"].add_argument(
        "copy", type=Path, metavar="COPY", help="the unpacked folder, or a .zip, .xpi or .crx"
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
    """Runs the command line; 0, 2 after one line that says what to mend, or what it returns."""
    options = vars(parse_arguments(arguments))
    command = COMMANDS[options.pop("command")]
    try:
        return command(**options) or 0
    except (BadInputError, RefusedError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        place = error.filename or options.get("dist", CAPTURED)
        hint = "check it, or use --dist" if "dist" in options else "check it"
        print(f"{place}: cannot be written ({error.strerror}); {hint}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
