"""docs/enterprise.md and the schema of the policy: both say what the code allows, and no more."""

import json
import re

import pytest

from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.render import TARGETS, render
from tests.harness.browsers import NAMES
from tests.harness.enterprise import PAGE, examples, preferences_in
from tests.test_preferences import DEFAULTS, VALUES

ALLOWED = VALUES | {"welcome": [False, True]}
PACKAGES = {name: render(name, "0", load_catalogue(), load_locales()) for name in TARGETS}


def test_the_schema_allows_what_the_code_allows_and_nothing_else():
    [package] = [files for files in PACKAGES.values() if "managed-schema.json" in files]
    schema = json.loads(package["managed-schema.json"])
    storage = json.loads(package["manifest.json"])["storage"]
    assert storage == {"managed_schema": "managed-schema.json"}
    assert schema.keys() == {"type", "properties"}
    allowed = {
        name: entry["enum"] if entry["type"] != "boolean" else [False, True]
        for name, entry in schema["properties"].items()
    }
    assert allowed == ALLOWED
    assert {entry["type"] for entry in schema["properties"].values()} == {
        "string",
        "boolean",
        "integer",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_example_sets_every_preference_to_what_it_may_be(name):
    preferences = preferences_in(examples(name)[1])
    assert preferences.keys() == ALLOWED.keys()
    for key, value in preferences.items():
        assert json.dumps(value) in map(json.dumps, ALLOWED[key])
    assert all(preferences_in(examples(other)[1]) == preferences for other in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_example_installs_by_force_and_names_the_same_extension(name):
    install, preferences = examples(name)
    assert preferences_in(install)["installation_mode"] == "force_installed"
    manifest = json.loads(PACKAGES[name]["manifest.json"])
    gecko = manifest.get("browser_specific_settings", {}).get("gecko", {})
    extension = json.dumps(gecko.get("id", "EXTENSION_ID"))
    assert extension in json.dumps(install)
    assert extension in json.dumps(preferences)


def test_the_table_says_every_value_and_default():
    table = {}
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        if row := re.match(r"[|] `(\w+)` [|] (.*?) [|] `(.*?)` [|]", line):
            name, values, default = row.groups()
            table[name] = [json.loads(value) for value in re.findall(r"`(.*?)`", values)]
            assert json.loads(default) == (DEFAULTS | {"welcome": True})[name]
    assert {name: sorted(map(json.dumps, values)) for name, values in table.items()} == {
        name: sorted(map(json.dumps, values)) for name, values in ALLOWED.items()
    }
