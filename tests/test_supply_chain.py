"""What comes from elsewhere is named with its reason, pinned and hashed, and none of it ships."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from builder.render import EXTENSION
from builder.toml_file import parse_toml
from tests.harness.browsers.install import PACKAGES

PROJECT = parse_toml(ROOT / "pyproject.toml")["project"]
TOOLS = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
PEERS = json.loads((ROOT / "tests/bench/package.json").read_text(encoding="utf-8"))[
    "devDependencies"
]
LOCKED = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
WORKFLOWS = {
    file.name: file.read_text(encoding="utf-8")
    for file in (ROOT / ".github" / "workflows").glob("*.yml")
}
USES = [line for text in WORKFLOWS.values() for line in re.findall(r"uses: (.*)", text)]
# One package with all that pip may take for it: `name==1.0 ; marker --hash=... --hash=...`.
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==\S+(?: ; [^\\]*?)?(?: --hash=sha256:[0-9a-f]{64})+")


def named(heading: str) -> list[str]:
    """The names in a table of docs/dependencies.md whose every row has a reason."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| (?!name )(\S+) \| \S+.* \|$", section, re.MULTILINE)


def requirements() -> list[str]:
    """requirements.txt without its comment, a line a package."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lines = re.sub(r" \\\n\s*", " ", text).splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(
    ("heading", "used"),
    [
        ("Python, to build", PROJECT["dependencies"]),
        ("Python, to check and test", PROJECT["optional-dependencies"]["dev"]),
        ("npm, to check, sign and try", TOOLS),
        ("npm, to measure beside", PEERS),
        ("GitHub Actions", {one.partition("@")[0] for one in USES}),
        ("Debian packages", PACKAGES),
    ],
)
def test_each_dependency_is_named_with_its_reason_and_no_other(heading, used):
    assert named(heading) == sorted(used)


def test_every_line_for_pip_is_pinned_and_hashed():
    assert [line for line in requirements() if not PINNED.fullmatch(line)] == []
    pinned = {PINNED.fullmatch(line)["name"] for line in requirements()}
    assert {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]} <= pinned


def test_pip_takes_nothing_without_its_hash():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall("pip install.*", makefile)
    assert len(installs) == 1
    assert "--require-hashes -r requirements.txt" in installs[0]
    assert re.findall(r"^\tnpm \S+", makefile, re.MULTILINE) == ["\tnpm ci"]


def test_every_tool_is_pinned_and_hashed_and_names_no_registry():
    packages = {path: one for path, one in LOCKED.items() if path}
    assert LOCKED[""]["devDependencies"] == TOOLS
    for name, version in TOOLS.items():
        assert packages[f"node_modules/{name}"]["version"] == version
    assert [path for path, one in packages.items() if "resolved" in one] == []
    assert [path for path, one in packages.items() if "integrity" not in one] == []


def test_what_is_measured_beside_is_pinned_and_hashed():
    lock = (ROOT / "tests/bench/package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    assert packages.pop("")["devDependencies"] == PEERS
    assert [path for path, one in packages.items() if "integrity" not in one] == []


def test_the_tools_programs_for_other_systems_are_locked_too():
    """Npm leaves out in silence what a registry does not have."""
    optional = {name for one in LOCKED.values() for name in one.get("optionalDependencies", {})}
    locked = {path.rpartition("node_modules/")[2] for path in LOCKED}
    assert optional - locked == set()


def test_no_tool_runs_anything_when_it_is_installed():
    assert [path for path, one in LOCKED.items() if one.get("hasInstallScript")] == []
    settings = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= {*settings}


def test_no_pins_of_another_kind_lie_about():
    others = ("uv.lock", "poetry.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml")
    assert [name for name in others if (ROOT / name).exists()] == []


def test_every_file_that_ships_has_its_source_in_extension(dist):
    """Written there as it is, or rendered from a template, or from scripts and texts of ours."""
    rendered = re.compile(
        r"icons/\w+-\d+\.png|_locales/\w+/messages\.json|manifest\.json|panel/scripts\.js"
    )
    for target in ("chromium", "firefox"):
        files = [file for file in (dist / target).rglob("*") if file.is_file()]
        paths = [file.relative_to(dist / target).as_posix() for file in files]
        strange = [
            path
            for path in paths
            if not (EXTENSION / path).exists()
            and not (EXTENSION / f"{path}.j2").exists()
            and not rendered.fullmatch(path)
        ]
        assert strange == []


def test_nothing_from_npm_ships(dist):
    """No file of a tool's, and no mark that a bundler or a copy leaves."""
    shipped = [file for file in dist.rglob("*") if file.is_file()]
    sizes = {file.stat().st_size for file in shipped}
    hashes = {digest(file) for file in shipped}
    tools = [file for file in (ROOT / "node_modules").rglob("*") if file.is_file()]
    assert len(tools) > 1000
    same = [file for file in tools if file.stat().st_size in sizes and digest(file) in hashes]
    assert same == []
    marks = re.compile(r"sourceMappingURL|\brequire\(|\bimport [^\n]* from\b|@license|node_modules")
    scripts = [file for file in shipped if file.suffix == ".js"]
    assert [file.name for file in scripts if marks.search(file.read_text(encoding="utf-8"))] == []


def digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


@pytest.mark.parametrize("used", USES)
def test_actions_are_pinned_by_commit(used):
    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_do_little_and_runs_no_text_of_others(name):
    """Nothing of an event stands in a command, where a tag or a title would be run."""
    text = WORKFLOWS[name]
    commands = re.findall(r"^\s*-? ?run: .*", text, re.MULTILINE)
    assert len(commands) >= 1
    assert [command for command in commands if "${{" in command] == []
    assert "run: |" not in text
    assert "pull_request_target" not in text
    assert re.search(r"^permissions:( \{\}|\n  contents: read)$", text, re.MULTILINE)
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    for job in re.split(r"^  (?=\w+:$)", text.partition("\njobs:\n")[2], flags=re.MULTILINE)[1:]:
        assert "timeout-minutes:" in job
        # What may write runs nothing of the project's, and what has the keys may not write.
        if "contents: write" in job:
            assert "checkout" not in job
            assert "secrets." not in job


def test_the_workflow_runs_the_release_of_a_tag():
    release = WORKFLOWS["release.yml"]
    assert 'tags: ["v*"]' in release
    assert "run: make release\n" in release
    keys = re.findall(r"(\w+): \$\{\{ secrets\.(\w+) \}\}", release)
    assert keys == [(name, name) for name in ("WEB_EXT_API_KEY", "WEB_EXT_API_SECRET")]
    assert "secrets." not in WORKFLOWS["test.yml"]
