"""`make release`: what it refuses, and that nothing leaves but what may, where it may.

It runs in a repository of its own, with stand-ins for the tests and for web-ext.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from builder.provenance import NOTHING, Provenance
from builder.source import FILES, FOLDERS
from tests.make_verb import would_run

# An entry as a release has it.
ENTRY = "# Changelog\n\n## 0.1.0 (2026-12-01)\n\n- All of it.\n"
MAKEFILE = """
test:
\t@echo the tests are running
\t@mkdir -p dist && env > dist/environment-of-tests
\t@$(DURING)
"""
# Notes what it was started with, as whoever looks at the machine, and the store, would see it.
WEB_EXT = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
folder = Path(next(a for a in sys.argv if a.startswith("--source-dir=")).partition("=")[2])
files = {{str(p.relative_to(folder)): p.read_bytes().hex() for p in folder.rglob("*.*")}}
asked = {{"arguments": sys.argv[1:], "environment": dict(os.environ), "files": files}}
Path("dist/asked-of-web-ext").write_text(json.dumps(asked))
sys.exit(os.path.exists("dist/store-refuses"))
"""
KEYS = {"WEB_EXT_API_KEY": "user:1:2", "WEB_EXT_API_SECRET": "s3cr3t"}
PAGE = Provenance(date(2026, 2, 1), "en", "Firefox 153", "input checkbox, by key, reads on")


class Repository:
    """A project with its history."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.answer: subprocess.CompletedProcess | None = None

    def write(self, path: str, text: str) -> Path:
        """Write a file, in a folder that is made if need be."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def git(self, *arguments: str) -> str:
        """Return what git answers there."""
        known = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=no"]
        return subprocess.check_output(["git", *known, *arguments], cwd=self.folder, text=True)

    def commit(self) -> None:
        """Commit everything as it is by now."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change something")

    def release(self, *options: str, **environment: str) -> subprocess.CompletedProcess:
        """Run the command there, with no credentials but those that are given."""
        known = {name: text for name, text in os.environ.items() if "WEB_EXT" not in name}
        return subprocess.run(
            [sys.executable, "build.py", "release", *options],
            cwd=self.folder,
            env=known | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def is_refused_by_tests_only(self) -> bool:
        """Whether all that is looked at before them is in order."""
        return self.refusal(DURING="exit 1").endswith(
            "`make test` failed; mend what it names above\n"
        )

    def refusal(self, *options: str, **environment: str) -> str:
        """Run the command, which is to refuse before anything is sent, and return its one line."""
        answer = self.release(*options, **KEYS | environment)
        assert answer.returncode == 2, answer
        assert answer.stderr.count("\n") == 1 or "make" in answer.stderr
        assert self.asked is None
        return answer.stderr

    @property
    def packages(self) -> set[str]:
        """The endings of what was made."""
        files = (self.folder / "dist").glob("offswitch-0.1.0-*")
        return {file.name.removeprefix("offswitch-0.1.0-") for file in files}

    @property
    def asked(self) -> dict | None:
        """What web-ext was started with, or None if it was not."""
        file = self.folder / "dist" / "asked-of-web-ext"
        return json.loads(file.read_text()) if file.exists() else None

    @property
    def tested_with(self) -> str | None:
        """The environment of the tests, or None if they were not begun."""
        file = self.folder / "dist" / "environment-of-tests"
        return file.read_text() if file.exists() else None


def ready(folder: Path) -> Repository:
    """Make one that is ready: committed, with an entry in its changelog and a captured page."""
    for name in [*FOLDERS, *FILES, ".gitignore"]:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for file in folder.joinpath("locales").rglob("*.toml"):  # English is enough, and fast
        if file.name != "en.toml":
            file.unlink()
    made = Repository(folder)
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    made.write("pyproject.toml", re.sub("(?m)^version = .*$", 'version = "0.1.0"', written))
    made.write(f"tests/pages/captured/{PAGE.file_name}", f"{PAGE.comment}\n<p>")
    made.write("CHANGELOG.md", ENTRY)
    made.write("Makefile", MAKEFILE)
    made.write("node_modules/.bin/web-ext", WEB_EXT).chmod(0o700)
    made.git("init", "--quiet")
    made.commit()
    return made


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """One that is ready."""
    return ready(tmp_path)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """One after its release."""
    made = ready(tmp_path_factory.mktemp("released"))
    made.answer = made.release(
        **KEYS, WEB_EXT_AMO_BASE_URL="https://example.org/", WEB_EXT_VERBOSE="1"
    )
    return made


def test_what_is_ready_is_tested_packed_and_sent(released):
    assert released.answer.returncode == 0, released.answer.stderr
    assert "the tests are running" in released.answer.stdout
    assert {"firefox.xpi", "chromium.zip", "source.zip"} == released.packages
    assert released.asked["arguments"][0] == "sign"
    assert {"--channel=listed", "--approval-timeout=0"} <= {*released.asked["arguments"]}
    # What is not sent from here is left to a person, by name.
    [line] = [text for text in released.answer.stdout.splitlines() if "by hand" in text]
    assert "/dist/offswitch-0.1.0-chromium.zip by hand at https://chrome.google.com/" in line


def test_the_store_gets_what_is_in_the_package_and_its_source(released):
    made = released.folder / "dist" / "offswitch-0.1.0"
    with zipfile.ZipFile(f"{made}-firefox.xpi") as package:
        packed = {name: package.read(name).hex() for name in package.namelist()}
    assert released.asked["files"] == packed
    assert f"--upload-source-code={made}-source.zip" in released.asked["arguments"]


def test_credentials_are_in_no_command_line_and_in_no_test(released):
    environment = released.asked["environment"]
    assert {name: environment[name] for name in KEYS} == KEYS
    said = " ".join(released.asked["arguments"]) + released.answer.stdout + released.answer.stderr
    for secret in KEYS.values():
        assert secret not in said
        assert secret not in released.tested_with


def test_nothing_leads_the_credentials_elsewhere(released):
    """Neither another of web-ext's variables nor a file of settings."""
    assert {name for name in released.asked["environment"] if "WEB_EXT" in name} == {*KEYS}
    assert "--no-config-discovery" in released.asked["arguments"]


def test_web_ext_knows_every_option(released):
    """The real one, which stands still at its own help."""
    command = [ROOT / "node_modules" / ".bin" / "web-ext", "sign", "--help"]
    known = {*re.findall(r"--([\w-]+)", subprocess.check_output(command, text=True))}
    options = {one.partition("=")[0] for one in released.asked["arguments"][1:]}
    names = {option.removeprefix("--").removeprefix("no-") for option in options}
    assert names - known == {"input"}  # its help has "no-input"
    assert len(names) == 7


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "sent: WEB_EXT_API_KEY and WEB_EXT_API_SECRET must be set"),
        (KEYS | {"WEB_EXT_API_SECRET": ""}, "sent: WEB_EXT_API_SECRET must be set"),
    ],
)
def test_without_a_credential_everything_is_made_and_nothing_sent(project, given, missing):
    answer = project.release(**given)
    assert answer.returncode == 3
    assert missing in answer.stdout
    # Said before the tests, too: they take long.
    assert answer.stdout.index("Nothing will be sent") < answer.stdout.index("the tests are")
    assert {"firefox.xpi", "chromium.zip", "source.zip"} == project.packages
    assert project.asked is None


def test_what_the_store_refuses_is_no_release(project):
    project.write("dist/store-refuses", "")
    answer = project.release(**KEYS)
    assert answer.returncode == 2
    assert "`web-ext sign` failed" in answer.stderr
    assert "Sent" not in answer.stdout


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("CHANGELOG.md", "not committed: CHANGELOG.md; commit or remove"),
        ("extension/a new file.js", "not committed: extension/a new file.js; commit or remove"),
    ],
)
def test_a_dirty_tree_is_refused(project, path, shown):
    project.write(path, ENTRY + "- More.\n")
    assert shown in project.refusal()
    assert project.tested_with is None
    assert project.packages == set()


def test_an_ignored_file_is_refused_where_it_would_ship(project):
    project.write(".git/info/exclude", "try.js\n")
    project.write("locales/try.js", "")
    assert project.is_refused_by_tests_only()
    project.write("extension/shared/try.js", "")
    assert "not committed: extension/shared/try.js" in project.refusal()


def test_a_folder_without_history_is_refused(project):
    shutil.rmtree(project.folder / ".git")
    assert "release from a clone" in project.refusal(GIT_CEILING_DIRECTORIES=str(ROOT.parent))


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        (ENTRY.replace("0.1.0", "0.0.9"), "CHANGELOG.md: has no entry for 0.1.0; begin one with"),
        (ENTRY.replace("0.1.0", "0.1.01"), "CHANGELOG.md: has no entry for 0.1.0"),
        (ENTRY.replace("## 0.1.0 (2026-12-01)", "## Unreleased"), "has no entry for 0.1.0"),
        (ENTRY.replace("2026-12-01", "unreleased"), "CHANGELOG.md: 0.1.0: has no day of release"),
        (ENTRY.replace("- All of it.", "### Added"), "CHANGELOG.md: 0.1.0: is empty"),
        (ENTRY.replace("- All", "## 0.0.9 (2026-11-01)\n\n- All"), "CHANGELOG.md: 0.1.0: is empty"),
    ],
)
def test_a_version_without_an_entry_in_the_changelog_is_refused(project, entries, shown):
    project.write("CHANGELOG.md", entries)
    project.commit()
    assert shown in project.refusal()
    assert project.tested_with is None


def test_a_version_that_was_tagged_elsewhere_is_refused(project):
    project.git("tag", "--annotate", "--message", "Released", "v0.1.0")
    assert project.is_refused_by_tests_only()
    project.write("later", "")
    project.commit()
    said = project.refusal()
    assert "the tag v0.1.0 is there already, at another commit" in said
    assert project.git("rev-parse", "HEAD~").strip()[:12] in said
    assert "raise the version in pyproject.toml" in said


def test_a_tag_of_another_version_is_refused(project):
    project.git("tag", "older")
    project.git("tag", "v0.2.0")
    said = project.refusal()
    assert "this commit has the tag v0.2.0, but its pyproject.toml says 0.1.0" in said
    assert project.tested_with is None


def test_a_failing_test_is_refused(project):
    assert "`make test` failed; mend what it names above" in project.refusal(DURING="exit 1")
    assert project.packages == set()


@pytest.mark.parametrize(
    ("during", "shown"),
    [
        ("touch half-done", "not committed: half-done"),
        ("git checkout --quiet --detach HEAD~", "another commit was checked out"),
    ],
)
def test_what_changes_while_the_tests_run_is_refused(project, during, shown):
    project.write("later", "")
    project.commit()
    assert shown in project.refusal(DURING=during)
    assert project.packages == set()


def test_a_release_needs_a_captured_page_and_a_beta_does_not(project):
    """A page on which the switch is not found is none."""
    project.git("rm", "--quiet", "-r", "tests/pages/captured")
    without = replace(PAGE, found=f"{NOTHING}: controls: 0")
    project.write(f"tests/pages/captured/{without.file_name}", f"{without.comment}\n<p>")
    project.commit()
    said = project.refusal()
    assert "holds no page captured from LinkedIn that shows the switch" in said
    assert "make release BETA=1" in said
    assert "`make test` failed" in project.refusal("--beta", DURING="exit 1")


@pytest.mark.parametrize(("beta", "expected"), [("", "release"), ("BETA=1", "release --beta")])
def test_make_release_passes_beta_on(beta, expected):
    assert would_run("release", beta).endswith(f"build.py {expected}")
