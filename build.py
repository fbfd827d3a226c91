"""Builds Offswitch: catalogue + locales + templates -> dist/. Try `python build.py --help`."""

import argparse
import sys
import time
from pathlib import Path

from builder.bad_input import ROOT, BadInputError
from builder.catalogue import load_catalogue
from builder.locales import load_locales
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


COMMANDS = {"build": build, "package": package}


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The command line as a namespace with `command` and `dist`."""
    parser = argparse.ArgumentParser(description="Builds the Offswitch browser extension.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        summary = (command.__doc__ or "").splitlines()[0]
        added = commands.add_parser(name, help=summary, description=summary)
        added.add_argument(
            "--dist", type=Path, default=ROOT / "dist", help="folder to write to (default: dist)"
        )
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Runs the command line; 0, or 2 after one line that says what to mend."""
    options = parse_arguments(arguments)
    try:
        COMMANDS[options.command](options.dist)
    except BadInputError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        place = error.filename or options.dist
        print(
            f"{place}: cannot be written ({error.strerror}); check it, or use --dist",
            file=sys.stderr,
        )
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
