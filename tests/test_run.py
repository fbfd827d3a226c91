"""`make run`, with a stand-in for web-ext: the right browser, the right page, and nothing stays."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from tests import run
from tests.harness.browsers import NAMES, find

# Leaves a profile behind, as a browser that was killed does.
WEB_EXT = f"""#!{sys.executable}
import json, os, sys, tempfile
profile = tempfile.mkdtemp()
open(os.path.join(profile, "cookies"), "w").close()
with open(os.path.join(os.path.dirname(__file__), "asked"), "w") as file:
    json.dump([profile, *sys.argv[1:]], file)
sys.exit(7)
"""
PAGE = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement"
# What tells web-ext which browser it is.
TOLD = {
    "chromium": {"--target=chromium", "--chromium-binary=/a/browser"},
    "firefox": {"--target=firefox-desktop", "--firefox=/a/browser"},
}


@pytest.fixture
def web_ext(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for web-ext; what it was asked is in the file beside it."""
    file = tmp_path / "web-ext"
    file.write_text(WEB_EXT)
    file.chmod(0o700)
    monkeypatch.setattr(run, "WEB_EXT", file)
    for name, runner in run.RUNNERS.items():
        found = runner._replace(find=lambda: find.Pair("/a/browser", "/a/driver"))
        monkeypatch.setitem(run.RUNNERS, name, found)
    return file


@pytest.mark.usefixtures("web_ext")
def test_web_ext_knows_every_option():
    """The real one, which stands still at its own help."""
    command = [ROOT / "node_modules" / ".bin" / "web-ext", "run", "--help"]
    known = {*re.findall(r"--([\w-]+)", subprocess.check_output(command, text=True))}
    options = {one for name in NAMES for one in run.command(name, is_root=True)[2:]}
    names = {one.partition("=")[0].removeprefix("--").removeprefix("no-") for one in options}
    assert names - known == set()
    assert len(names) == 8


@pytest.mark.parametrize("name", NAMES)
def test_the_built_extension_is_run_on_the_page_of_the_setting(web_ext, monkeypatch, capsys, name):
    monkeypatch.setenv("BROWSER", name)
    assert run.main() == 7
    _, *asked = json.loads(web_ext.with_name("asked").read_text())
    assert asked[0] == "run"
    assert {f"--source-dir={ROOT / 'dist' / name}", f"--start-url={PAGE}"} <= {*asked}
    assert {one for one in asked if "target" in one or "/a/" in one} == TOLD[name]
    assert PAGE in capsys.readouterr().out


def test_the_profile_is_thrown_away(web_ext):
    run.run(run.command("firefox", is_root=False))
    profile, *asked = json.loads(web_ext.with_name("asked").read_text())
    assert not Path(profile).exists()
    assert not Path(profile).parent.exists()
    assert not [option for option in asked if "profile" in option]


def test_ctrl_c_lets_web_ext_end_the_browser_before_the_profile_goes():
    """It reaches both, as on a terminal."""
    web_ext = """
import os, signal, sys
profile = os.environ["TMPDIR"]
signal.signal(signal.SIGINT, lambda *_: sys.exit(5 if os.path.isdir(profile) else 1))
print(profile, flush=True)
signal.pause()
"""
    code = f"from tests import run; raise SystemExit(run.run({[sys.executable, '-c', web_ext]}))"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    ) as running:
        profile = Path(running.stdout.readline().decode().strip())
        assert profile.is_dir()
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait(timeout=60) == 5
    assert not profile.exists()


@pytest.mark.usefixtures("web_ext")
def test_the_sandbox_is_left_out_for_root_only():
    sandboxes = {
        (name, is_root): "--no-sandbox" in " ".join(run.command(name, is_root=is_root))
        for name in NAMES
        for is_root in (True, False)
    }
    assert [who for who, without in sandboxes.items() if without] == [("chromium", True)]


def test_a_browser_that_is_not_ours_is_named(web_ext, monkeypatch, capsys):
    monkeypatch.setenv("BROWSER", "safari")
    assert run.main() == 2
    assert capsys.readouterr().err == "BROWSER=safari: there are chromium and firefox\n"
    assert not web_ext.with_name("asked").exists()


def test_make_run_builds_first_and_passes_the_browser_on():
    done = [".venv/ready", ".venv/browsers", "node_modules/.ready"]
    options = ["--no-print-directory", "--dry-run", *(f"--assume-old={name}" for name in done)]
    command = ["make", *options, "run", "BROWSER=firefox"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-2:] == [
        ".venv/bin/python build.py build",
        "BROWSER=firefox .venv/bin/python -m tests.run",
    ]
