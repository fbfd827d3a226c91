"""The policy facts: every one has a source, a date and a sentence, and nothing is left over."""

import re

import pytest

from builder.bad_input import BadInputError
from builder.locales import load_locales
from builder.policy import POLICY, compile_policy, load_policy, message_of

MESSAGES = load_locales()[0].messages
FACTS = load_policy(MESSAGES)
SHIPPED = compile_policy(FACTS)

# The regions that can be chosen, in their order: since when, by what right, and ads.
REVIEWED = [
    ("eu-eea", "2025-11-03", "legitimate-interest", False),
    ("uk", "2025-11-03", "legitimate-interest", False),
    ("ch", "2025-11-03", "legitimate-interest", False),
    ("ca", "2025-11-03", "legitimate-interest", True),
    ("hk", "2025-11-03", "legitimate-interest", True),
    ("cn", None, None, None),
    ("us-and-elsewhere", "2024-09", None, True),
]


def test_what_is_said_of_a_region_is_what_was_reviewed():
    shipped = [
        (region["id"], region["since"], region["basis"], region["sharesForAds"])
        for region in SHIPPED["regions"]
    ]
    assert shipped == REVIEWED


def test_a_source_that_only_reports_is_marked_so():
    quoted = {name for name, source in FACTS.sources.items() if not source.secondary}
    assert quoted == {"help", "faq", "faq-copy"}


def test_every_source_has_a_date_of_reading_after_its_own():
    for source in FACTS.sources.values():
        assert (source.when or "") <= source.read


def test_every_fact_has_a_sentence_and_every_sentence_a_fact():
    said = {key for key in MESSAGES if re.match("(?:region|fact|basis)_", key)}
    regions = {message_of("region", region.id) for region in FACTS.regions}
    facts = {message_of("fact", fact.id) for fact in FACTS.facts}
    basis = {message_of("basis", region.basis) for region in FACTS.regions if region.basis}
    assert said == regions | facts | basis


BROKEN = {
    "a month that is none": ('since = "2024-09"', 'since = "2024-13"', "regions.6.since: "),
    "a day that is none": ('since = "2025-11-03"', 'since = "2025-02-30"', "regions.0.since: "),
    "no date at all": ('since = "2024-09"', 'since = "last year"', "regions.6.since: "),
    "never read": ('read = "2026-11"\n', "", "sources.help.read: is missing"),
    "a basis that is not known": ("legitimate-interest", "consent", "regions.0.basis: "),
    "a region twice": ('id = "uk"', 'id = "ch"', "regions.1: 'ch' stands there twice"),
    "a source that is not there": (
        'sources = ["help"]',
        'sources = ["hearsay"]',
        "facts.0.sources: is not one of [sources]: 'hearsay'",
    ),
    "no source": ('sources = ["exempt"]', "sources = []", "regions.5.sources: "),
    "a source that nobody names": (
        'sources = ["exempt"]',
        'sources = ["help"]',
        "sources.exempt: is used by nothing",
    ),
    "a region without its message": (
        'id = "uk"',
        'id = "atlantis"',
        "regions.1: has no message region_atlantis in locales/en.toml",
    ),
    "a fact without its message": (
        'id = "used"',
        'id = "rumour"',
        "facts.3: has no message fact_rumour in locales/en.toml",
    ),
    "an unknown key": ('id = "uk"', 'id = "uk"\ncolour = "blue"', "regions.1.colour: is not a"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_named_in_one_line(tmp_path, name):
    old, new, expected = BROKEN[name]
    text = POLICY.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "policy.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        load_policy(MESSAGES, file)
    assert expected in str(caught.value)


def test_a_basis_without_its_message_is_named():
    fewer = set(MESSAGES) - {"basis_legitimate_interest"}
    with pytest.raises(BadInputError, match="basis_legitimate_interest"):
        load_policy(fewer)
