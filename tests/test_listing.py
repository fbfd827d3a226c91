"""What the stores are told: it fits them, it is true of the package, and it claims no more."""

import json
import re

import pytest
from PIL import Image

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from builder.locale_rules import placeholders
from builder.locales import load_locales
from builder.render import TARGETS, render
from builder.toml_file import parse_toml
from tests.harness.words import message

STORE = ROOT / "store"
LISTING = parse_toml(STORE / "listing.toml")
TEXTS = {language: parse_toml(STORE / f"{language}.toml") for language in ("en", "de")}
PACKAGES = [render(target, "0", load_catalogue(), load_locales()) for target in TARGETS]
MANIFESTS = [json.loads(package["manifest.json"]) for package in PACKAGES]
SITE = "https://www.linkedin.com"
FOLDERS = ["/mypreferences/d/*", "/mypreferences/m/*"]
# What the house does not say, and what the stores must not be told: reading is handling.
CLAIMS = {
    "en": r"success|\bproof|\bprove|LinkedIn (?:stopped|uses)|collects? no|no data is",
    "de": r"[Ee]rfolg|[Bb]eweis|LinkedIn (?:nutzt|verwendet)|sammelt (?:nichts|keine)",
}
SENDS_NOTHING = {"en": "It sends nothing.", "de": "Es sendet nichts."}
LIMITED_USE = {"en": "including the Limited Use requirements", "de": "(Limited Use)"}


def flat(texts: dict, part: str = "") -> dict[str, str]:
    """Every text by its place, such as permissions.storage."""
    found = {}
    for key, value in texts.items():
        if isinstance(value, dict):
            found |= flat(value, f"{part}{key}.")
        else:
            found[part + key] = value.strip()
    return found


ALL = [
    (language, place)
    for language, texts in TEXTS.items()
    for place in flat(texts)
    if not place.startswith("translation.")
]


@pytest.mark.parametrize(("language", "place"), ALL)
def test_a_text_fits_its_field(language, place):
    text = flat(TEXTS[language])[place]
    assert 0 < len(text) <= LISTING["limits"][place.partition(".")[0]]


@pytest.mark.parametrize(("language", "place"), ALL)
def test_a_text_is_plain(language, place):
    text = flat(TEXTS[language])[place]
    assert re.findall(rf"{CLAIMS[language]}|!|\.\.\.", text) == []
    assert placeholders(text) == []


@pytest.mark.parametrize("language", TEXTS)
def test_it_counts_right(language):
    """The languages of the package."""
    [count] = re.findall(r"(\d+) (?:languages|Sprachen)", TEXTS[language]["description"])
    assert int(count) == len(load_locales())


def test_both_languages_have_the_same_parts():
    english, german = (flat(texts).keys() for texts in TEXTS.values())
    assert german - english == {"translation.made_by", "translation.reviewed_by"}
    assert english <= german


@pytest.mark.parametrize("language", TEXTS)
def test_name_and_description_are_the_packages(language):
    assert TEXTS[language]["name"] == message("name", language)
    assert TEXTS[language]["short"] == message("description", language)


@pytest.mark.parametrize("manifest", MANIFESTS, ids=TARGETS)
@pytest.mark.parametrize("language", TEXTS)
def test_every_permission_has_a_reason_and_no_other(language, manifest):
    reasons = TEXTS[language]["permissions"]
    asked = manifest["permissions"] + manifest.get("optional_permissions", [])
    assert reasons.keys() - {"hosts"} == set(asked)
    assert not manifest.keys() & {"host_permissions", "optional_host_permissions"}
    [scripts] = manifest["content_scripts"]
    assert scripts["matches"] == [SITE + folder for folder in FOLDERS]
    assert all(one in reasons["hosts"] for one in [SITE, *FOLDERS])


@pytest.mark.parametrize("language", TEXTS)
def test_reviewers_are_told_verbs_that_are_there(language):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = re.findall(r"`(?:BROWSER=firefox )?make (\w+)`", TEXTS[language]["reviewer_notes"])
    assert told == ["demo", "demo", "test", "package"]
    assert all(re.search(rf"^{verb}:", makefile, re.MULTILINE) for verb in told)


@pytest.mark.parametrize("language", TEXTS)
def test_every_kind_of_data_that_is_handled_is_explained(language):
    handled = {kind for kind, answer in LISTING["data_use"].items() if answer}
    assert TEXTS[language]["data_use"].keys() == handled
    assert handled >= {"website_content"}
    assert all(LISTING["certified"].values())


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_read_is_told_before_what_it_can_do(language):
    """And that nothing is sent, and Limited Use: where whoever installs it reads it first."""
    _, told, *_ = re.split(r"\n\n(?=[A-ZÄÖÜ ]+\n)", TEXTS[language]["description"])
    assert SENDS_NOTHING[language] in told
    assert LIMITED_USE[language] in told
    assert all(folder.removesuffix("*") in told for folder in FOLDERS)


def test_the_pictures_are_there_in_their_sizes():
    folder = ROOT / "docs" / "pictures" / "store"
    sizes = {}
    for file in folder.glob("*.png"):
        with Image.open(file) as picture:
            sizes[file.stem] = list(picture.size)
    assert sizes == LISTING["pictures"]


@pytest.mark.parametrize("language", TEXTS)
def test_every_screenshot_has_a_caption(language):
    """In English the one that stands beside the picture."""
    captions = TEXTS[language]["captions"]
    assert captions.keys() == {name for name in LISTING["pictures"] if name.startswith("screen")}
    if language == "en":
        beside = (ROOT / "docs" / "pictures" / "README.md").read_text(encoding="utf-8")
        assert [one for one in captions.values() if one not in beside] == []
