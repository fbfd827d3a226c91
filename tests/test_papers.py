"""What we write about it: every link leads somewhere, and every claim to the test that shows it."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.render import EXTENSION, TARGETS, render
from tests.markdown import anchors, chapter, links, papers, read, rows, statements, targets

PAPERS = {file.relative_to(ROOT).as_posix(): file for file in papers()}
# The chapters that claim what Offswitch does: each statement leads to a test.
CLAIMS = [
    ("README.md", title)
    for title in ("What you see", "Choose", "What it never does", "What it cannot do")
]
PRIVACY = read(ROOT / "PRIVACY.md")
SCRIPTS = "\n".join(file.read_text(encoding="utf-8") for file in sorted(EXTENSION.rglob("*.js")))
PACKAGES = [render(target, "0", load_catalogue(), load_locales()) for target in TARGETS]
MANIFESTS = [json.loads(package["manifest.json"]) for package in PACKAGES]
# How a script names what it keeps.
KEYS = (
    r"const (?:\w+_KEY|DUE|SET_ASIDE) = '([\w:-]+)'",
    r"const key = `(\w+:)\$",
    r"storage\.(?:local|session)\.set\(\{ (\w+)",
)
A_TEST = re.compile(r"tests/test_\w+\.py#test_\w+")


@cache
def names_of_tests(file: Path) -> set[str]:
    """The names of a file's tests."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def problem(link: str, file: Path) -> str | None:
    """What is wrong with a link of a file; None if it leads somewhere, or away from the project."""
    if re.match(r"[a-z]+:", link):
        return None
    path, _, anchor = link.partition("#")
    target = (file.parent / path).resolve() if path else file
    if not target.is_relative_to(ROOT) or not target.exists():
        return f"{link}: is not there"
    if anchor and anchor not in (
        names_of_tests(target) if target.suffix == ".py" else anchors(read(target))
    ):
        return f"{link}: has no such heading or test"
    return None


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_leads_somewhere(name):
    """Of a link to a test that test is there, too."""
    text = read(PAPERS[name])
    found = links(text, targets(text))
    assert [said for link in found if (said := problem(link, PAPERS[name]))] == []
    assert set(targets(text).values()) <= set(found), "a target that nothing leads to"


@pytest.mark.parametrize("name", PAPERS)
def test_every_verb_is_there(name):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)
    named = re.findall(r"`(?:\w+=\S+ )?make ([a-z-]+)", PAPERS[name].read_text(encoding="utf-8"))
    assert set(named) <= set(verbs)


@pytest.mark.parametrize(("name", "title"), CLAIMS)
def test_every_claim_leads_to_its_test(name, title):
    text = read(PAPERS[name])
    claims = statements(chapter(text, title))
    unshown = [one for one in claims if not any(map(A_TEST.search, links(one, targets(text))))]
    assert claims
    assert unshown == []


@pytest.mark.parametrize("manifest", MANIFESTS, ids=TARGETS)
def test_privacy_says_where_scripts_run_and_what_is_asked_for(manifest):
    [scripts] = manifest["content_scripts"]
    assert quoted(chapter(PRIVACY, "Where it runs")) == scripts["matches"]
    asked = [name for cell, _ in rows(chapter(PRIVACY, "Permissions")) for name in quoted(cell)]
    assert asked == manifest["permissions"]
    assert [key for key in manifest if key.endswith("permissions")] == ["permissions"]


def test_privacy_names_all_that_is_kept_and_no_more():
    kept = rows(chapter(PRIVACY, "What is kept"))
    names = [name for _, cell, *_ in kept for name in quoted(cell)]
    assert sorted(names) == sorted({key for how in KEYS for key in re.findall(how, SCRIPTS)})
    used = set(re.findall(r"\bstorage\.(?!on)\w+", SCRIPTS))
    assert used == {one for one in quoted(PRIVACY) if one.startswith("storage.")}


def test_privacy_states_limited_use():
    """In the words that the Chrome Web Store gives for it: see decision 33."""
    statement = " ".join(re.sub(r"\]\(\S+\)|\[", "", chapter(PRIVACY, "Limited Use")).split())
    assert statement.startswith(
        "The use of information received from Google APIs will adhere to the Chrome Web Store "
        "User Data Policy, including the Limited Use requirements."
    )


def quoted(text: str) -> list[str]:
    """What stands in it as code."""
    return re.findall(r"`([^`\n]+)`", text)
