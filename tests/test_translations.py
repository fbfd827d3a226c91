"""What locales/README.md says of the translations, and what each of them says back in English."""

import re

import pytest

from builder.locales import LOCALES, load_locales

ENGLISH, *TRANSLATIONS = load_locales()
README = (LOCALES / "README.md").read_text(encoding="utf-8")
# Messages that say something about the state of a switch.
CLAIMS = re.compile(
    r"(?:title|headline|detail|ring|review_says|on_sight)_\w+|review_live_on|read_at|reminder"
    r"|history_(?:off|on|on_by_member|unproven|kept_on|locked|only_read|by_offswitch|by_member"
    r"|word_(?:on|off|unproven))"
)
CLAIMING = [key for key in ENGLISH.messages if CLAIMS.fullmatch(key)]


def rows(text: str) -> list[list[str]]:
    """The cells of a page's one table, without its head."""
    lines = [line for line in text.split("\n") if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_readme_tells_who_made_and_reviewed_each_language():
    told = [(file, made, reviewed) for _, file, made, reviewed in rows(README)]
    assert told == [
        (f"`{one.name}`", one.translation.made_by, one.translation.reviewed_by or "nobody yet")
        for one in TRANSLATIONS
    ]


def test_the_readme_leads_to_the_back_translation_of_each():
    linked = re.findall(r"^\| \[[^\]]+\]\(back/(\w+)\.md\)", README, re.MULTILINE)
    there = sorted(file.stem for file in (LOCALES / "back").iterdir())
    assert linked == there == [one.name for one in TRANSLATIONS]


@pytest.mark.parametrize("locale", TRANSLATIONS, ids=lambda locale: locale.name)
def test_every_claim_is_translated_back_as_it_stands_now(locale):
    page = (LOCALES / "back" / f"{locale.name}.md").read_text(encoding="utf-8")
    said = {key: says for key, says, _ in rows(page)}
    assert said == {key: locale.messages[key].text for key in CLAIMING}
    assert all(back for _, _, back in rows(page))


@pytest.mark.parametrize("locale", TRANSLATIONS, ids=lambda locale: locale.name)
def test_titles_name_their_subject_first(locale):
    subject = locale.messages["subject"].text
    titles = [one.text for key, one in locale.messages.items() if key.startswith("title_")]
    assert [title for title in titles if not title.startswith(subject)] == []


def test_what_claims_a_state_is_among_what_is_translated_back():
    """Of every place where a state is said, one; and no button."""
    for key in ("title_off", "headline_off", "detail_on", "ring_unproven", "review_says_changed"):
        assert key in CLAIMING
    assert not [key for key in CLAIMING if key.startswith(("button", "options"))]
