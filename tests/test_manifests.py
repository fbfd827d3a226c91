"""The two manifests: what they ask for, in what they differ, from which version on they hold."""

import json
import re
import subprocess

import pytest

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.render import EXTENSION, TARGETS, render

MANIFESTS = {
    target: json.loads(render(target, "1.2.3", load_catalogue(), load_locales())["manifest.json"])
    for target in TARGETS
}
# Why they differ: the badge's place and the background's kind are each browser's own, so is what a
# policy may hold, and each names its minimum version and identity in its own way.
DIFFERENT = {
    "action.default_area",
    "background.scripts",
    "background.service_worker",
    "browser_specific_settings.gecko.data_collection_permissions.required",
    "browser_specific_settings.gecko.id",
    "browser_specific_settings.gecko.strict_min_version",
    "minimum_chrome_version",
    "storage.managed_schema",
}


def leaves(value: object, path: str = "") -> dict[str, object]:
    """What an object holds, by dotted path; a list is one value."""
    if not isinstance(value, dict):
        return {path.removeprefix("."): value}
    parts = (leaves(inner, f"{path}.{key}") for key, inner in value.items())
    return {key: inner for part in parts for key, inner in part.items()}


def test_the_manifests_differ_by_these_keys_only():
    chromium, firefox = leaves(MANIFESTS["chromium"]), leaves(MANIFESTS["firefox"])
    keys = chromium.keys() | firefox.keys()
    assert {key for key in keys if chromium.get(key) != firefox.get(key)} == DIFFERENT


def test_firefox_is_told_that_no_data_is_collected():
    gecko = MANIFESTS["firefox"]["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["none"]}


def test_firefox_for_android_is_not_declared_and_said_to_be_untested():
    """Without `gecko_android`, the store offers it for computers only."""
    assert MANIFESTS["firefox"]["browser_specific_settings"].keys() == {"gecko"}
    assert "Firefox for Android is untested" in (ROOT / "README.md").read_text(encoding="utf-8")


def minimum(target: str) -> int:
    """The oldest version that the manifest lets in."""
    manifest = MANIFESTS[target]
    said = (
        manifest.get("minimum_chrome_version")
        or (manifest["browser_specific_settings"]["gecko"]["strict_min_version"])
    )
    return int(said.removesuffix(".0"))


def test_readme_and_changelog_say_the_minimum_versions():
    for name in ("README.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        said = dict(re.findall(r"(Chromium browsers|Firefox) \((\d+) or newer\)", text))
        assert {target: int(version) for target, version in said.items()} == {
            "Chromium browsers": minimum("chromium"),
            "Firefox": minimum("firefox"),
        }


@pytest.fixture(scope="module")
def compatibility() -> dict:
    """What MDN knows of every interface; web-ext's linter brings it along."""
    file = ROOT / "node_modules/@mdn/browser-compat-data/data.json"
    return json.loads(file.read_text(encoding="utf-8"))["webextensions"]["api"]


# Asked for before it is called.
ELSEWHERE = {("chromium", "runtime.getBrowserInfo")}


@pytest.mark.parametrize("target", TARGETS)
def test_the_minimum_version_has_all_that_is_called(target, compatibility):
    code = "".join(file.read_text(encoding="utf-8") for file in EXTENSION.rglob("*.js"))
    used = set(re.findall(r"\bbrowser[.](\w+)[.](\w+)", code))
    assert len(used) > 30
    name = {"chromium": "chrome"}.get(target, target)
    lacking = set()
    for space, member in used:
        support = compatibility[space][member]["__compat"]["support"][name]
        newest = support[0] if isinstance(support, list) else support
        if not newest["version_added"] or int(newest["version_added"]) > minimum(target):
            lacking.add((target, f"{space}.{member}"))
    assert lacking == {pair for pair in ELSEWHERE if pair[0] == target}


def test_firefox_needs_no_newer_version_than_the_panel_does(compatibility):
    """The panel is opened when the page has answered, so after the click (decision 4)."""
    support = compatibility["action"]["openPopup"]["__compat"]["support"]["firefox"]
    assert support["notes"].startswith(f"Before Firefox {minimum('firefox')}, a user gesture")


def test_the_stores_linter_has_nothing_to_say(dist):
    """Not even a notice, which `make lint` would let pass."""
    linter = ROOT / "node_modules/.bin/web-ext"
    options = ["--no-config-discovery", "--output", "json", "--source-dir", dist / "firefox"]
    result = subprocess.run([linter, "lint", *options], capture_output=True, check=False)
    said = json.loads(result.stdout)
    assert said["metadata"]["id"] == "offswitch@addons"
    assert [*said["errors"], *said["warnings"], *said["notices"]] == []
