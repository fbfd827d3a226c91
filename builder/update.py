"""`make update`: newer versions of all that is pinned, for a person to read before the commit."""

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from datetime import date, timedelta
from pathlib import Path

from builder.bad_input import ROOT
from builder.toml_file import parse_toml

HEAD = """\
# Every Python package of the build and the tests, pinned and hashed. `make update` writes this file
# from pyproject.toml; docs/dependencies.md says what each direct one is for.
"""
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


def update(days: int) -> None:
    """Pins the newest versions that are older than some days; all of them, or none.

    Most poisoned versions are found in their first days.

    Raises:
        subprocess.CalledProcessError: a registry or a tool failed, and said why.
    """
    before = (date.today() - timedelta(days)).isoformat()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        requirements = pin_python(fresh_uv(folder), folder, before)
        pin_npm(folder, before)
        (ROOT / "requirements.txt").write_text(requirements, encoding="utf-8")
        for name in NPM_FILES:
            shutil.copy(folder / name, ROOT / name)


def fresh_uv(folder: Path) -> Path:
    """The newest uv, in a folder of its own: nothing else needs it, so it is not in `.venv`."""
    venv.create(folder / "uv", with_pip=True)
    install = ["pip", "install", "--quiet", "--disable-pip-version-check", "uv"]
    subprocess.run([folder / "uv" / "bin" / "python", "-m", *install], check=True)
    return folder / "uv" / "bin" / "uv"


def pin_python(uv: Path, folder: Path, before: str) -> str:
    """The text of requirements.txt: for every system, and with no index named."""
    lowest = parse_toml(ROOT / "pyproject.toml")["project"]["requires-python"].removeprefix(">=")
    options = ["--universal", f"--python-version={lowest}", "--extra=dev", "--generate-hashes"]
    # Nothing of a package is run to find out what it needs.
    options += ["--no-build", "--no-header", "--no-annotate", f"--exclude-newer={before}"]
    made = folder / "requirements.txt"
    command = [uv, "pip", "compile", "--quiet", *options, f"--output-file={made}", "pyproject.toml"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return HEAD + made.read_text(encoding="utf-8")


def pin_npm(folder: Path, before: str) -> None:
    """Pins the tools anew in a folder without node_modules.

    Beside one, npm pins nothing for other systems than this one.
    """
    for name in NPM_FILES:
        shutil.copy(ROOT / name, folder / name)
    tools = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    options = ["--package-lock-only", "--no-audit", "--no-fund", f"--before={before}"]
    newest = [f"{name}@latest" for name in tools]
    install = ["npm", "install", *options, "--save-dev", "--save-exact", *newest]
    for command in (install, ["npm", "update", *options]):
        subprocess.run(command, cwd=folder, check=True)


def main(arguments: list[str]) -> int:
    """Takes the days from the command line; 0, or 2 where something failed."""
    try:
        update(int(arguments[0]))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Nothing was updated: {error}", file=sys.stderr)
        return 2
    print("Read `git diff requirements.txt package.json package-lock.json`, then run `make test`.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
