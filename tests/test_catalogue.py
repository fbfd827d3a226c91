"""What LinkedIn says, entry by entry: what may be clicked, and what may not."""

import json
from collections import Counter

import pytest

from builder.bad_input import ROOT
from builder.catalogue import compile_catalogue, load_catalogue
from builder.render import EXTENSION
from tests.harness import words
from tests.harness.linkedin import PageOptions
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched

CATALOGUE = load_catalogue()
SHIPPED = compile_catalogue(CATALOGUE)
PATHS = [fact for setting in CATALOGUE.settings for fact in setting.paths]
NAMES = [name for setting in CATALOGUE.settings for name in setting.names]
# The AI switch's setting, and what is foreign on its page.
AI, *REST = CATALOGUE.settings
FOREIGN = [(one.keys[0].key, name.title) for one in REST for name in one.names] + [
    (other.key, other.name) for other in CATALOGUE.others
]

# Everything that Offswitch may ever click: address, key and kind of control. Whoever changes this
# list says that the change to the catalogue is no accident, and that it was reviewed.
MAY_BE_CLICKED = {
    ("/mypreferences/d/settings/data-for-ai-improvement", "allowDataForGenerativeAI", "switch"),
    (
        "/mypreferences/d/settings/policy-and-academic-research",
        "allowAnonymizedDataResearch",
        "switch",
    ),
    # Two switches on one page.
    (
        "/mypreferences/d/settings/linkedin-promotions",
        "allowProfileAndActivityDataForMarketingAds",
        "switch",
    ),
    ("/mypreferences/d/settings/linkedin-promotions", "tipsForUsingLinkedinViaEmail", "switch"),
    (
        "/mypreferences/d/settings/share-data-with-select-partners",
        "shareDataWithTrustedPartners",
        "switch",
    ),
    ("/mypreferences/d/settings/ads-by-age", "allowAdsByAge", "switch"),
    ("/mypreferences/d/settings/ads-by-gender", "allowAdsByGender", "switch"),
    ("/mypreferences/d/settings/ads-beyond-linkedin", "allowLinkedInAudienceNetwork", "switch"),
    (
        "/mypreferences/d/settings/ads-interactions-with-business",
        "allowUseOfThirdPartyData",
        "switch",
    ),
    ("/mypreferences/d/settings/ads-related-actions", "allowConversionTrackings", "switch"),
    ("/mypreferences/d/settings/ads-inferred-location", "allowIpToPersonalizeAds", "switch"),
    ("/mypreferences/d/interest-categories", "adsPrivacyAllowInterestsAndBehaviors", "switch"),
    ("/mypreferences/d/member-cookies", "nonEssentialCookieConsent", "switch"),
}

# Ours, and fixed: the record, a pass and the messages name settings by them.
IDS = [
    "ai-training",
    "research",
    "promotions",
    "tips-by-email",
    "partners",
    "ads-by-age",
    "ads-by-gender",
    "ads-off-linkedin",
    "data-from-others",
    "ad-measurement",
    "ads-by-location",
    "ads-by-interests",
    "cookies",
]

FIND = """
const [name, value, text] = arguments;
document.body.innerHTML = '<main><h1></h1><label><input type="checkbox" checked></label></main>';
const input = document.querySelector('input');
input.setAttribute(name, value);
document.querySelector('h1').textContent = text;
const [setting] = CATALOGUE.settings;
const found = findSwitch(
  {page: document, trees: treesOf(document), setting, catalogue: CATALOGUE, stale: new WeakSet()});
return found && found.control === input;
"""


def test_what_may_be_clicked_is_what_was_reviewed():
    kinds = [setting.control for setting in CATALOGUE.settings]
    clickable = {
        (path, key, kind)
        for setting, kind in zip(SHIPPED["settings"], kinds, strict=True)
        for path in setting["paths"]
        for key in setting["keys"]
    }
    assert clickable == MAY_BE_CLICKED


def test_settings_have_their_ids_and_the_ai_switch_is_the_first():
    assert [setting["id"] for setting in SHIPPED["settings"]] == IDS
    assert [group["id"] for group in SHIPPED["groups"]] == ["privacy", "ads", "account"]


def test_every_setting_is_in_a_group_and_every_group_has_one():
    assert {setting["group"] for setting in SHIPPED["settings"]} == {
        group["id"] for group in SHIPPED["groups"]
    }


def test_two_settings_share_a_page_and_no_other_do():
    count = Counter(path for setting in SHIPPED["settings"] for path in setting["paths"])
    shared = [path for path, times in count.items() if times > 1]
    assert shared == ["/mypreferences/d/settings/linkedin-promotions"]


def test_a_page_to_see_is_none_of_a_setting_of_ours():
    """It would be named twice; and where only its row was seen, the list is where it leads."""
    own = {path for setting in SHIPPED["settings"] for path in setting["paths"]}
    assert not own & {page["path"] for page in SHIPPED["seeAlso"]}
    assert all(page.grade == "observed" for page in CATALOGUE.see_also)


def test_what_nobody_saw_is_not_shipped():
    shipped = str(SHIPPED)
    for fact in PATHS:
        assert (f"'{fact.path}'" in shipped) == (fact.grade == "observed")
    for name in NAMES:
        assert (name.title in shipped.replace("\\'", "'")) == (name.confidence != "low")


def test_every_source_is_used():
    text = CATALOGUE.model_dump_json(exclude={"sources"})
    unused = [source for source in CATALOGUE.sources if f'"{source}"' not in text]
    assert unused == []


def test_the_papers_say_for_how_many_languages_a_name_is_known():
    """A state never depends on a name; but who reads one should know how sure it is."""
    count = Counter(name.confidence for name in AI.names)
    total = len(CATALOGUE.site.languages.codes)
    said = (
        f"Of the {total} languages of LinkedIn's interface, {count['high']} have a name of high"
        f" confidence, {count['medium']} of medium, {count['low']} of low (not shipped), and"
        f" {total - len(AI.names)} none."
    )
    text = (ROOT / "catalogue" / "README.md").read_text(encoding="utf-8")
    assert said in " ".join(text.split())


@pytest.mark.parametrize("path", [fact.path for fact in AI.paths if fact.grade == "observed"])
def test_at_an_address_that_was_seen_it_is_turned_off(page, linkedin, path):
    for written in ("{}", "{}?trk=x&lipi=y", "{}/?li_theme=dark#top", "{}/"):
        page.open(written.format(path))
        page.wait_for_banner("on")
    page.click_toolbar()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


@pytest.mark.parametrize("path", [fact.path for fact in PATHS if fact.grade != "observed"])
def test_at_an_address_that_nobody_saw_nothing_is_claimed_or_clicked(page, linkedin, path):
    page.open(path)
    panel = page.open_panel()
    assert words.message("headline_elsewhere") in panel.evaluate("document.body.innerText")
    panel.close()
    assert (page.state, page.badge, page.overlay_nodes) == ("elsewhere", "", 0)
    assert_untouched(linkedin)


def test_the_banner_says_the_name_that_the_page_says(page, linkedin):
    named = {setting.language: setting.title for setting in AI.names if setting.confidence != "low"}
    for language in ("de", "pt-BR", "ko"):
        linkedin.page_options = PageOptions(language=language)
        page.open()
        detail = page.wait_for_banner("on").detail
        assert detail == words.message("detail_on").replace(
            "{setting}", named.get(language, named["en"])
        )


@pytest.fixture(scope="module")
def finder(at_blank):
    """Whether an un-keyed checkbox, alone in a page, is taken for ours: (name, value, text)."""
    scripts = ["core/match-page.js", "core/find-switch.js"]
    source = "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in scripts)
    shipped = f"const CATALOGUE = {json.dumps(SHIPPED)};"
    return lambda *given: at_blank.execute_script(shipped + source + FIND, *given)


@pytest.mark.parametrize(("key", "name"), FOREIGN, ids=lambda given: given.replace(" ", "-"))
def test_the_switch_of_another_setting_is_never_taken_for_ours(finder, key, name):
    assert finder("title", "anything", "Any heading") is True
    for attribute in ("id", "name", "aria-labelledby"):
        assert finder(attribute, key, "Any heading") is None
    assert finder("aria-label", name, "Any heading") is None
    assert finder("title", "anything", name) is None
