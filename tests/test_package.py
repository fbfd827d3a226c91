"""What is published: the same bytes everywhere, and a source archive that makes them again."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
import zlib
from itertools import count
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from builder.package import CHECKSUMS
from builder.source import FILES, FOLDERS, source_files
from builder.write import zip_files
from tests.harness.project import run_build

# Python runs this at its start: folders are listed backwards, or forwards.
LISTING = """
import os

class Listing(list):
    __enter__ = lambda self: self
    __exit__ = lambda *_: None

scan = os.scandir
os.scandir = lambda *at: Listing(sorted(scan(*at), key=lambda one: one.name, reverse=REVERSE))
"""
# What must not matter: two ways to run the same command that agree in nothing else.
SURROUNDINGS = [
    {
        "umask": 0o077,
        "listing": LISTING.replace("REVERSE", "True"),
        "env": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
        | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    },
    {
        "umask": 0,
        "listing": LISTING.replace("REVERSE", "False"),
        "env": {"TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
    },
]
# What editors, systems and tools leave behind, and what has its place in the repository only.
JUNK = [
    ".DS_Store",
    ".git/config",
    ".venv/lib/site.py",
    "builder/__pycache__/render.cpython-311.pyc",
    "builder/render.py.orig",
    "catalogue/linkedin.toml~",
    "credentials.env",
    "dist/offswitch-0.0.1-firefox.xpi",
    "extension/.tokens.js",
    "extension/content/main.js.rej",
    "extension/content/.idea/main.js",
    "extension/notes.txt",
    "locales/de.toml.swp",
    "node_modules/left/index.js",
    "tests/test_build.py",
]


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def packed(folder: Path) -> dict[str, bytes]:
    """The archives and checksums there: name -> bytes."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def entries(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def dist(tmp_path_factory) -> Path:
    """What the command makes of this checkout."""
    folder = tmp_path_factory.mktemp("packed")
    result = run_build(ROOT, "package", "--dist", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


def file_ending(dist: Path, ending: str) -> Path:
    [file] = dist.glob(f"*-{ending}")
    return file


def test_three_archives_and_their_checksums(dist):
    archives = packed(dist)
    lines = archives.pop(CHECKSUMS).decode("ascii")
    assert re.fullmatch(r"(?:[0-9a-f]{64}  offswitch-[\w.-]+\n){3}", lines)
    said = dict(reversed(line.split("  ")) for line in lines.splitlines())
    assert said == {name: hashlib.sha256(made).hexdigest() for name, made in archives.items()}
    endings = {re.sub(r"offswitch-\d+[.]\d+[.]\d+-", "", name) for name in archives}
    assert endings == {"chromium.zip", "firefox.xpi", "source.zip"}


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=["one", "another"])
def test_the_bytes_are_the_same_wherever_they_are_made(surroundings, dist, tmp_path):
    project = write(tmp_path / "a folder", source_files())
    for when, file in zip(count(86_400), sorted(project.rglob("*")), strict=False):
        os.utime(file, (when * 3600, when * 3600))
        file.chmod(0o777 & ~surroundings["umask"])
    write(tmp_path, {"at start/sitecustomize.py": surroundings["listing"].encode()})
    found = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "at start")}
    environment = found | surroundings["env"]
    command = [sys.executable, "build.py", "package"]
    subprocess.run(
        command, cwd=project, env=environment, umask=surroundings["umask"], timeout=60, check=True
    )
    assert packed(project / "dist") == packed(dist)


def test_the_source_archive_makes_the_same_bytes_by_its_documented_command(dist, tmp_path):
    with zipfile.ZipFile(file_ending(dist, "source.zip")) as archive:
        archive.extractall(tmp_path)
    [project] = tmp_path.iterdir()
    chapter = (project / "README.md").read_text(encoding="utf-8").split("## Build it again")[1]
    [command] = re.findall(r"```sh\n(.*)\n```", chapter.split("\n## ")[0])
    # The Python packages at hand: setting them up asks a registry.
    at_hand = [f"python={sys.executable}", "--assume-old=.venv/ready"]
    subprocess.run([*command.split(), *at_hand], cwd=project, timeout=120, check=True)
    assert packed(project / "dist") == packed(dist)


def test_what_lies_about_stays_out(dist, tmp_path):
    project = write(tmp_path, source_files())
    write(project, dict.fromkeys(JUNK, b"junk"))
    assert run_build(project, "package", "--dist", "made").returncode == 0
    assert packed(project / "made") == packed(dist)


def test_the_source_archive_holds_what_git_tracks():
    """So nothing is left out, and nothing that was not added comes along."""
    command = ["git", "ls-files", "-z", "--", *FILES, *FOLDERS]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert set(source_files()) == set(tracked.rstrip("\0").split("\0"))


def test_a_source_that_lacks_a_file_is_not_packed(tmp_path):
    project = write(tmp_path, source_files())
    (project / "LICENSE").unlink()
    result = run_build(project, "package")
    assert result.returncode == 2
    assert result.stderr == ("LICENSE: is missing; the source archive needs it, so restore it\n")
    assert not (project / "dist").exists()


def test_an_archive_says_nothing_of_who_made_it_and_when():
    """Pinned: another Python, or another zlib, must make these bytes too."""
    made = zip_files({"ü/b.js": b"2" * 99, "a.js": b"1"})
    digest = "e0a0555a777710c7fff1f7425fc6520fb367c66f16beeacb39a7ede93b1e7953"
    assert hashlib.sha256(made).hexdigest() == digest
    assert made == zip_files({"a.js": b"1", "ü/b.js": b"2" * 99})


def test_a_package_holds_the_unpacked_folder(dist):
    for target, ending in (("chromium", "chromium.zip"), ("firefox", "firefox.xpi")):
        files = [file for file in (dist / target).rglob("*") if file.is_file()]
        unpacked = {f.relative_to(dist / target).as_posix(): f.read_bytes() for f in files}
        assert entries(file_ending(dist, ending)) == unpacked


def test_a_package_is_small(dist):
    """As compressed for the way; of the languages each adds its own: see decision 30."""
    files = entries(file_ending(dist, "firefox.xpi"))
    sizes = [len(zlib.compress(made, 9)) for path, made in files.items() if "_locales" not in path]
    assert sum(sizes) <= 128 * 1024
