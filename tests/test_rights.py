"""The rights page: whom it concerns, what the switch does not reach, and what was sent."""

import pytest
from selenium.webdriver.common.keys import Keys

from builder.catalogue import compile_catalogue, load_catalogue
from tests.harness.browsers import until
from tests.harness.history import reading, remember
from tests.harness.history_page import HistoryPage
from tests.harness.rights_page import RightsPage
from tests.harness.words import message

CATALOGUE = compile_catalogue(load_catalogue())
[PARTNERS] = [s["names"]["en"] for s in CATALOGUE["settings"] if s["id"] == "partners"]
BASIS = message("basis_legitimate_interest")
ELSEWHERE = message("rights_ads_elsewhere")
SHARED = message("rights_ads_shared").replace("{setting}", PARTNERS)
UNKNOWN = message("rights_since_unknown")


def since(date):
    return message("rights_since").replace("{date}", date)


ANSWERS = {
    "region_eu_eea": [since("3 November 2025"), BASIS, ELSEWHERE],
    "region_uk": [since("3 November 2025"), BASIS, ELSEWHERE],
    "region_ch": [since("3 November 2025"), BASIS, ELSEWHERE],
    "region_ca": [since("3 November 2025"), BASIS, SHARED],
    "region_hk": [since("3 November 2025"), BASIS, SHARED],
    "region_cn": [UNKNOWN],
    "region_us_and_elsewhere": [since("September 2024"), SHARED],
}


@pytest.fixture
def rights(browser):
    page = RightsPage(browser)
    page.open()
    return page


def days(rights):
    return [one["at"] for one in rights.stored().get("objections", [])]


def sent_on(rights, away):
    return message("rights_sent").replace("{date}", rights.date_of(away))


def note(rights, **day):
    rights.note(**day)
    rights.wait_for_said(message("rights_noted"))


def test_no_region_is_chosen_and_no_answer_given_unasked(rights):
    assert rights.regions == [message(key) for key in ANSWERS]
    assert rights.chosen == []
    assert rights.answer == []
    assert rights.sources == ""


def test_each_region_has_its_answer_and_sources_with_dates(rights):
    for key, answer in ANSWERS.items():
        rights.choose(message(key))
        assert rights.answer == answer
        assert message("rights_read").replace("{date}", "November 2026") in rights.sources
    assert "answer" in rights.live


def test_what_others_report_is_said_to_be_reported(rights):
    rights.choose(message("region_uk"))
    assert "Reported by security.nl: " in rights.sources
    assert ", 3 November 2025." in rights.sources
    quoted = message("rights_quoted").partition("{by}")[0]
    assert f" {quoted}LinkedIn" in f" {rights.sources}"
    assert ", 29 September 2026." in rights.sources
    rights.choose(message("region_cn"))
    assert rights.sources.startswith("Reported by public code: ")
    assert f", {message('rights_undated')}." in rights.sources
    assert "security.nl" not in rights.sources


def test_the_choice_is_kept_nowhere(rights, browser):
    rights.choose(message("region_hk"))
    for area in ("local", "session"):
        assert set(browser.extension_storage(area)) <= {"policy"}
    browser.driver.refresh()
    until(rights.offers_form, "rights page")
    assert rights.chosen == []
    assert rights.answer == []


def test_the_facts_stand_there_with_who_said_so(rights):
    facts = dict(rights.facts)
    assert facts[message("fact_from_then_on")].startswith("Source: ")
    assert facts[message("fact_under_18")].startswith("Reported by netzpolitik.org: ")
    assert len(facts) == 7
    assert all("November 2026" in sources for sources in facts.values())


def test_the_objection_form_is_explained_in_three_sentences_and_nothing_is_promised(rights):
    assert rights.objection == [
        message(f"rights_objection_{part}") for part in ("for", "models", "decides")
    ]
    assert all(sentence.count(".") == 1 for sentence in rights.objection)


def test_the_links_lead_to_linkedin_and_to_the_history(rights, browser):
    def at(link):
        return f"https://{CATALOGUE['host']}{CATALOGUE['links'][link]}"

    assert rights.links == {
        message("rights_open_form"): at("objection-form"),
        message("options_history_link"): browser.extension_url("history/history.html"),
        message("link_help"): at("help"),
        message("link_faq"): at("faq"),
        message("link_privacy_policy"): at("privacy-policy"),
    }


def test_the_welcome_page_leads_here(rights, browser):
    browser.open_extension_page("welcome/welcome.html")
    assert rights.links[message("link_rights")] == browser.extension_url("rights/rights.html")
    assert not any("TS-DPRO" in address for address in rights.links.values())


def test_the_text_is_copied_as_it_stands_there(rights):
    text = rights.objection_text
    assert text == message("rights_objection_text")
    assert "I object to the processing of my personal data for training AI models" in text
    assert rights.copied == ""
    assert rights.copy() == [text]
    assert rights.copied == message("rights_copied")
    assert rights.selected == ""


def test_where_the_browser_does_not_copy_the_text_is_selected(rights):
    assert rights.copy(refused=True) == []
    assert rights.copied == message("rights_not_copied")
    assert rights.selected == rights.objection_text


def test_today_is_noted_and_is_in_the_history(rights, browser):
    assert rights.sent == []
    note(rights)
    until(lambda: rights.sent == [sent_on(rights, 0)], "noted day")
    [kept] = rights.stored()["objections"]
    assert (kept["store"], kept["account"]) == (browser.usual_store, 0)
    history = HistoryPage(browser)
    history.open()
    assert history.objections == [[message("history_objection"), rights.date_of(0)]]


def test_earlier_days_are_listed_newest_first_each_once(rights):
    for away in (-40, 0, -3, -40):
        note(rights, away=away)
    listed = [sent_on(rights, away) for away in (0, -3, -40)]
    until(lambda: rights.sent == listed, "three days")
    assert len(days(rights)) == 3
    buttons = [(message("rights_remove"), text) for text in listed]
    until(lambda: rights.removes == buttons, "a button for each")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ({"away": 1}, "rights_future"),
        ({"day": "9999-01-01"}, "rights_future"),
        ({"day": ""}, "rights_no_date"),
        ({"day": "0026-11-22"}, "rights_no_date"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(rights, day, said):
    rights.note(**day)
    rights.wait_for_said(message(said))
    assert rights.marked_wrong
    assert rights.focused == "day"
    note(rights, away=0)
    assert not rights.marked_wrong
    assert len(days(rights)) == 1, "the one that could be"


def test_what_was_noted_can_be_removed(rights):
    for away in (0, -3):
        note(rights, away=away)
    until(lambda: len(rights.sent) == 2, "two days")
    rights.remove(0)
    rights.wait_for_said(message("rights_removed"))
    until(lambda: rights.sent == [sent_on(rights, -3)], "one day")
    assert rights.focused == "sent-title", "what was pressed is gone"
    assert len(days(rights)) == 1


def test_where_nothing_could_be_stored_it_says_so(rights):
    rights.refuse_to_store()
    rights.note()
    rights.wait_for_said(message("rights_not_noted"))
    assert rights.sent == []


def test_only_this_account_of_this_store_is_listed(rights, browser):
    here = {"store": browser.usual_store, "account": 1, "at": 86_400_000 * 400}
    others = [{**here, "account": 0}, {**here, "store": "other", "account": 0}]
    record = {"schema": 2, "accounts": {browser.usual_store: 1}, "entries": []}
    browser.put_in_storage("local", {"record": {**record, "objections": [*others, here]}})
    rights.open()
    until(lambda: len(rights.sent) == 1, "one day")
    rights.remove(0)
    rights.wait_for_said(message("rights_removed"))
    assert rights.stored()["objections"] == others


def test_what_is_remembered_stays_when_a_day_is_noted(rights, browser):
    remember(browser, reading("off", days_ago=3))
    entries = rights.stored()["entries"]
    note(rights)
    assert rights.stored()["entries"] == entries
    assert len(days(rights)) == 1


def test_without_history_no_day_is_noted_and_the_page_says_why(rights, browser):
    note(rights)
    assert rights.why_not == ""
    browser.put_in_storage("local", {"preferences": {"keepsHistory": False}})
    until(lambda: rights.why_not == message("rights_no_history"), "reason")
    assert not rights.offers_form()
    until(lambda: len(rights.sent) == 1, "what is there stays")
    browser.put_in_storage("local", {"preferences": {"keepsHistory": True}})
    until(rights.offers_form, "form")
    assert rights.why_not == ""


def test_the_background_notes_nothing_where_no_history_is_kept(rights, browser):
    """Whatever asks it: the page may be an old one."""
    browser.put_in_storage("local", {"preferences": {"keepsHistory": False}})
    ask = """const [message, done] = arguments;
      browser.runtime.sendMessage(message).then(done, () => done('error'));"""
    objection = {"type": "note-objection", "store": browser.usual_store, "at": 5}
    assert browser.driver.execute_async_script(ask, objection) is False
    browser.put_in_storage("local", {"preferences": {"keepsHistory": True}})
    private = {**objection, "store": "private"}
    assert browser.driver.execute_async_script(ask, private) is False
    assert days(rights) == []
    assert browser.driver.execute_async_script(ask, objection) is True
    assert days(rights) == [5]


def test_the_keyboard_is_enough(rights):
    rights.press_key(Keys.TAB)
    rights.press_key(Keys.SPACE)
    until(lambda: rights.chosen, "choice")
    first = rights.chosen
    rights.press_key(Keys.ARROW_DOWN)
    until(lambda: rights.chosen != first, "next choice")
    assert rights.answer
    reached = []
    while len(reached) < 20 and "TS-DPRO" not in reached:
        rights.press_key(Keys.TAB)
        reached.append(rights.focused)
    assert reached == ["text", "copy", "TS-DPRO"]
    assert rights.live == {"answer", "copied", "noted"}


def test_it_fits_a_narrow_window(rights):
    width, drawn = rights.overflow_at(320)
    assert 0 < width <= 320
    assert drawn <= width


@pytest.mark.needs("shows_our_pages_in_private")
def test_in_a_private_window_no_day_is_noted_and_the_page_says_why(rights, browser):
    note(rights)
    browser.driver.get("about:blank")  # what follows may close the extension's own pages
    browser.open_private_window()
    rights.open()
    assert rights.why_not == message("rights_private")
    assert not rights.offers_form()
    assert rights.sent == [], "what was noted outside is not shown"
