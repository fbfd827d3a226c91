"""What we say: messages used and messages there are the same, and sentences keep their form."""

import re

import pytest

from builder.catalogue import load_catalogue
from builder.catalogue_rules import messages_of
from builder.locales import load_locales, placeholders
from builder.policy import load_policy, needed_messages
from builder.render import EXTENSION, render
from tests.harness.words import BADGES

ENGLISH = load_locales()[0].messages
SOURCES = [file for pattern in ("*.js", "*.j2") for file in sorted(EXTENSION.rglob(pattern))]
PACKAGE = render("chromium", "1.0", load_catalogue(), load_locales())
PAGES = [text.decode() for path, text in PACKAGE.items() if path.endswith(".html")]
TEXT = "\n".join([file.read_text(encoding="utf-8") for file in SOURCES] + PAGES)
# What shared/say-state.js puts together: "on" names title_on, headline_on and detail_on.
SAID = [*BADGES.keys() - {"recheck", "on_look"}]
# What panel/say-known.js puts together of an entry of the record.
LAST = [
    "on",
    "off",
    "unproven",
    "kept_on",
    "locked",
    "by_member",
    "unrecognised",
    "unavailable",
]
WHY = ["ignored", "refused", "cut", "reverted", "lost"]


def used_keys() -> set[str]:
    """The messages that scripts, pages and the manifest name."""
    starts = (
        "button|pass|headline|detail|title|by_hand|report|history|rights|options_sight|choice"
        "|on_sight|review|ring"
    )
    quoted = re.findall(rf"""['"]((?:{starts})_\w+)['"]""", TEXT)
    pages = re.findall(r'data-i18n="(\w+)"', TEXT)
    manifest = re.findall(r"__MSG_(\w+)__", TEXT)
    direct = re.findall(r"localise(?:Around)?\(\s*'(\w+)'", TEXT)
    by_hand = [f"by_hand_{key}" for key in re.findall(r"sayByHand\('(\w+)'", TEXT)]
    told = [f"{part}_{name}" for name in SAID for part in ("title", "headline", "detail")]
    last = [f"headline_last_{name}" for name in ("on", "off", "unknown")]
    last += [f"detail_last_{name}" for name in LAST]
    why_on = [f"detail_{name}" for name in re.findall(r"'(on_(?!sight)\w+)'", TEXT)]
    told += [
        "headline_open_before",
        "headline_no_access",
        "headline_other_on",
        "detail_other_off",
        "detail_gave_up",
        "title_recheck",
        "title_on_look",
    ]
    told += ["on_sight_member", "on_sight_organisation"]
    settings = [key for setting in load_catalogue().settings for key in messages_of(setting.id)]
    settings += [key for _, key in needed_messages(load_policy(ENGLISH))]
    kept_on = [f"detail_kept_on_{reason}" for reason in WHY]
    parts = [quoted, pages, manifest, direct, by_hand, told, last, why_on, kept_on, settings]
    return {key for part in parts for key in part} - {"detail_kept_on"}


def test_messages_used_and_messages_there_are_the_same():
    assert used_keys() == set(ENGLISH)


@pytest.mark.parametrize("key", [k for k in ENGLISH if k.startswith(("title_", "headline_"))])
def test_titles_and_headlines_are_short(key):
    assert len(ENGLISH[key].text) <= 90


@pytest.mark.parametrize("key", [k for k in ENGLISH if k.startswith("title_")])
def test_titles_name_their_subject_first(key):
    assert ENGLISH[key].text.startswith(ENGLISH["subject"].text)


@pytest.mark.parametrize("key", ENGLISH)
def test_sentences_are_plain(key):
    """The words that the house does not use: they claim, alarm or blame."""
    text = ENGLISH[key].text
    assert not re.search(r"\b(?:success\w*|proof|proven|LinkedIn (?:stopped|uses))\b|!", text)
    assert ENGLISH[key].note


def test_only_the_sentences_of_off_claim_off():
    claims = [key for key in ENGLISH if re.search(r"\bis off\b|^Off[:,]", ENGLISH[key].text)]
    assert claims == ["title_off", "headline_off", "history_off"]


def test_the_manifest_description_fits_the_stores():
    assert len(ENGLISH["description"].text) <= 132


def test_placeholders_are_read_in_order():
    assert placeholders("{b} and {a} and {b}") == ["b", "a"]
