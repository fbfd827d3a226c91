"""`make update`, with stand-ins for uv and npm: what is asked of them, and what is kept."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from builder import update
from builder.bad_input import ROOT
from tests.make_verb import would_run

PROJECT = '[project]\nname = "a"\nrequires-python = ">=3.11"\n'
PACKAGE = {"devDependencies": {"a-tool": "1.0.0", "@b/tool": "2.0.0"}}
# Both note how they were asked. uv writes its output; npm changes what is where it runs, or fails.
UV = f"""#!{sys.executable}
import sys
from pathlib import Path
output = next(a.partition("=")[2] for a in sys.argv if a.startswith("--output-file="))
Path(output).write_text("a==2.0" + chr(10))
Path("{{log}}").open("a").write("uv " + " ".join(sys.argv[1:]) + chr(10))
"""
NPM = f"""#!{sys.executable}
import os, sys
from pathlib import Path
Path("{{log}}").open("a").write("npm " + " ".join(sys.argv[1:]) + chr(10))
if os.path.exists("node_modules") or Path("{{log}}").with_name("npm-fails").exists():
    sys.exit(1)
Path("package-lock.json").write_text("newer" + chr(10))
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with pins, beside which stand-ins note in `log` how they were asked."""
    folder = tmp_path / "project"
    for name, text in {
        "pyproject.toml": PROJECT,
        "requirements.txt": "# Pinned.\na==1.0\n",
        "package.json": json.dumps(PACKAGE),
        "package-lock.json": "older\n",
        ".npmrc": "ignore-scripts=true\n",
        "node_modules/a-tool/index.js": "",
    }.items():
        folder.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(name).write_text(text)
    for name, script in {"uv": UV, "npm": NPM}.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(script.replace("{log}", str(tmp_path / "log")))
        program.chmod(0o700)
    monkeypatch.setattr(update, "ROOT", folder)
    monkeypatch.setattr(update, "fresh_uv", lambda _: tmp_path / "bin" / "uv")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))  # and no other npm
    return folder


def asked(project: Path) -> list[str]:
    return project.with_name("log").read_text().splitlines()


def test_pins_are_taken_anew_and_no_older_file_is_left(project, capsys):
    assert update.main(["7"]) == 0
    assert (project / "requirements.txt").read_text() == f"{update.HEAD}a==2.0\n"
    assert (project / "package-lock.json").read_text() == "newer\n"
    assert {file.name for file in project.iterdir()} == {
        *("pyproject.toml", "requirements.txt", "node_modules"),
        *update.NPM_FILES,
    }
    assert "git diff" in capsys.readouterr().out


def test_python_is_pinned_for_every_system_with_hashes(project):
    update.main(["7"])
    [said] = [line for line in asked(project) if line.startswith("uv ")]
    for option in ("--universal", "--python-version=3.11", "--generate-hashes", "--no-build"):
        assert f" {option} " in said
    assert "index" not in said


def test_each_tool_is_asked_for_in_its_newest_version(project):
    update.main(["7"])
    install, others = [line for line in asked(project) if line.startswith("npm ")]
    assert install.startswith("npm install ")
    assert install.endswith("--save-dev --save-exact a-tool@latest @b/tool@latest")
    assert others.startswith("npm update ")
    assert "--package-lock-only" in install
    assert "--package-lock-only" in others


def test_nothing_is_taken_that_is_younger_than_the_days_given(project):
    update.main(["7"])
    day = date.today() - timedelta(days=7)
    uv, *npm = asked(project)
    assert f" --exclude-newer={day} " in uv
    assert len([line for line in npm if f" --before={day}" in line]) == 2


def test_what_fails_leaves_every_pin_as_it_was(project, capsys):
    project.with_name("npm-fails").touch()
    before = {file: file.read_text() for file in project.iterdir() if file.is_file()}
    assert update.main(["7"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was updated: ")
    assert {file: file.read_text() for file in project.iterdir() if file.is_file()} == before


@pytest.mark.parametrize(("given", "days"), [("", "7"), ("DAYS=0", "0")])
def test_make_update_passes_the_days_on(given, days):
    assert would_run("update", given).endswith(f"-m builder.update {days}")


def test_the_pins_say_how_they_were_made():
    assert (ROOT / "requirements.txt").read_text(encoding="utf-8").startswith(update.HEAD)
