"""The history page, and the storage behind it: what is shown, saved, cleared and set aside."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selenium.webdriver.common.keys import Keys

from build import project_version
from tests.harness.browsers import until
from tests.harness.history_page import HistoryPage
from tests.harness.words import message
from tests.test_record import NOTHING, OBJECTION_CAP, SETTING, entry_of, first_schema, json_values

DAY = 24 * 60 * 60 * 1000
THEN = int(datetime(2026, 3, 3, 9, 30, tzinfo=UTC).timestamp() * 1000)

TURNED_OFF = {"after": "off", "fresh": True, "by": "offswitch"}


@pytest.fixture
def history(browser):
    """The history page, with nothing in storage."""
    page = HistoryPage(browser)
    page.open({})
    yield page
    page.put("{}")


def record_of(*entries, **rest):
    return {"record": {**NOTHING, "entries": list(entries), **rest}}


def sent(moment, **told):
    return {"store": "default", "account": 0, "at": moment, **told}


def at(moment, **told):
    return entry_of(at=moment, lastAt=moment, **told)


ON_THEN_OFF = record_of(at(THEN), at(THEN + 60_000, before="on", **TURNED_OFF))


def headlines(history):
    return [entry.headline for entry in history.entries]


def test_without_entries_it_says_so_and_offers_nothing(history):
    assert message("history_empty") in history.text
    for css in ("#tools", "#lines li", "#notice", "#set-aside", "#kept-off"):
        assert not history.shows(css), css


def test_entries_are_told_newest_first_with_date_cause_and_versions(history):
    history.open(ON_THEN_OFF)
    newest, oldest = history.entries
    assert newest.headline == message("history_off")
    before = message("history_before").replace("{state}", message("history_word_on"))
    assert newest.why == f"{message('history_by_offswitch')} {before}"
    assert newest.times == ["2026-03-03T09:31:00.000Z"]
    assert newest.when.startswith("3 March 2026 at ")
    assert newest.made_by == "Browser 1, Offswitch 0.1.0"
    assert (oldest.headline, oldest.why) == (message("history_on"), message("history_only_read"))
    assert not history.shows("#empty")
    assert history.headings == [], "there is one account"


def test_a_reading_seen_again_has_both_dates(history):
    history.open(record_of(entry_of(at=THEN, lastAt=THEN + 30 * DAY), at(THEN + 31 * DAY)))
    once, twice = history.entries
    assert twice.times == ["2026-03-03T09:30:00.000Z", "2026-04-02T09:30:00.000Z"]
    assert message("history_again") in twice.when
    assert message("history_again") not in once.when


SAID = {
    "history_on": {"after": "on"},
    "history_on_by_member": {"after": "on", "by": "member"},
    "history_off": TURNED_OFF,
    "history_unproven": {"after": "unproven", "by": "member"},
    "history_kept_on": {"after": "kept-on", "by": "offswitch"},
    "history_locked": {"after": "locked"},
    "history_unrecognised": {"after": "unrecognised"},
    "history_unavailable": {"after": "unavailable"},
    "history_unreached": {"after": "unreached"},
}


def test_every_outcome_has_its_sentence(history):
    history.open(record_of(*(at(THEN, **told) for told in reversed(SAID.values()))))
    assert headlines(history) == [message(key) for key in SAID]


def test_off_is_claimed_only_for_a_fresh_load(history):
    history.open(record_of(at(THEN, after="off", fresh=False, by="offswitch")))
    assert headlines(history) == [message("history_unproven")]


def test_another_account_begins_a_line(history):
    history.open(ON_THEN_OFF)
    history.press(message("history_another"))
    until(lambda: history.headings == ["Account 2", "Account 1"], "second line")
    assert message("history_nothing") in history.text
    until(lambda: history.said == message("history_another_done"), "what is told")
    assert message("history_another") not in history.text, "nothing was read for the new one"
    assert len(history.entries) == 2
    history.keep_readings(({}, {"setting": SETTING, **TURNED_OFF}))
    until(lambda: len(history.entries) == 3, "third entry")
    assert message("history_nothing") not in history.text
    assert history.stored()["record"]["entries"][-1]["account"] == 1
    assert history.entries[0].why == message("history_by_offswitch"), "nothing known before"


def test_accounts_of_containers_are_told_apart(history):
    entries = [
        at(THEN, store="firefox-default"),
        at(THEN + 1, store="firefox-default", account=1),
        at(THEN + 2, store="firefox-container-7"),
    ]
    history.open(record_of(*entries, accounts={"firefox-default": 1}))
    assert history.headings == [
        "Container 7: Account 1",
        "Outside containers: Account 2",
        "Outside containers: Account 1",
    ]
    assert len(history.entries) == 3
    assert history.text.count(message("history_another")) == 2, "not for what is over"


def test_settings_are_named_where_there_are_several(history):
    history.open(record_of(at(THEN), at(THEN + 1, setting="someOtherSetting")))
    other, ours = history.entries
    assert other.why.startswith("someOtherSetting.")
    assert ours.why.startswith("Data for Generative AI Improvement.")
    history.open(record_of(at(THEN)))
    assert history.entries[0].why == message("history_only_read")


def test_an_objection_stands_among_the_entries_with_its_day(history, tmp_path):
    sent_then = [sent(THEN + 30_000), sent(THEN - 400 * DAY)]
    history.open(record_of(at(THEN), at(THEN + 60_000, **TURNED_OFF), objections=sent_then))
    said = message("history_objection")
    assert history.objections == [[said, "3 March 2026"], [said, "27 January 2025"]]
    shown = history.text
    places = [shown.index(text) for text in (message("history_off"), said, message("history_on"))]
    assert places == sorted(places), "the newest first"
    assert history.save(message("history_save"), tmp_path)["objections"] == sent_then


def test_without_objections_none_is_listed(history):
    history.open(ON_THEN_OFF)
    assert history.objections == []
    assert message("history_objection") not in history.text


def test_an_objection_alone_is_a_history_and_is_cleared_too(history):
    history.open(record_of(objections=[sent(THEN)]))
    assert not history.shows("#empty")
    assert message("history_another") in history.text
    assert len(history.objections) == 1
    history.press(message("history_clear"))
    history.answer(message("history_clear"))
    until(lambda: history.shows("#empty"), "empty history")
    assert history.objections == []
    assert "record" not in history.stored()


def test_objections_of_accounts_are_told_apart(history):
    both = [sent(THEN), sent(THEN, account=1)]
    history.open(record_of(objections=both, accounts={"default": 1}))
    assert history.headings == ["Account 2", "Account 1"]
    assert message("history_nothing") not in history.text
    assert len(history.objections) == 2


def test_a_history_of_schema_1_is_shown_and_carried_over(history):
    older = first_schema()
    history.put(json.dumps({"record": older}))
    stored = history.stored()["record"]  # the browser itself keeps no "__proto__"
    history.open()
    assert len(history.entries) == len(older["entries"])
    history.keep_readings(({}, {"setting": SETTING, **TURNED_OFF}))
    until(lambda: len(history.entries) == len(older["entries"]) + 1, "one more entry")
    kept = history.stored()["record"]
    assert kept.pop("entries")[:-1] == stored.pop("entries")
    assert kept == {**stored, "schema": 2, "objections": []}
    assert history.set_aside() == {}
    assert not history.shows("#notice")


def assert_nothing_was_cleared(history):
    """Whatever was asked of the background before this has been done then."""
    history.press(message("history_another"))
    until(lambda: history.headings == ["Account 2", "Account 1"], "second line")
    assert len(history.entries) == 2


def test_no_is_a_no(history):
    history.open(ON_THEN_OFF)
    history.press(message("history_clear"))
    history.answer(message("button_cancel"))
    assert_nothing_was_cleared(history)


def test_clearing_asks_and_clears(history):
    history.open(ON_THEN_OFF)
    history.press(message("history_clear"))
    history.answer(message("history_clear"))
    until(lambda: history.shows("#empty"), "empty history")
    assert "record" not in history.stored()
    until(lambda: history.said == message("history_cleared"), "what is told")
    assert history.focused == "title", "what was pressed is gone"


def test_escape_is_a_no_after_a_yes_too(history):
    history.open(ON_THEN_OFF)
    history.press(message("history_clear"))
    history.answer(message("history_clear"))
    until(lambda: history.shows("#empty"), "empty history")
    history.put(json.dumps(ON_THEN_OFF))
    until(lambda: len(history.entries) == 2, "entries")
    history.press(message("history_clear"))
    until(lambda: history.shows("#ask"), "question")
    history.press_key(Keys.ESCAPE)
    until(lambda: not history.shows("#ask"), "end of the question")
    assert history.focused == "clear"
    assert_nothing_was_cleared(history)


def test_the_keyboard_reaches_everything_and_cancel_first(history):
    history.open(ON_THEN_OFF)
    history.focus("#title")
    reached = []
    for _ in range(3):
        history.press_key(Keys.TAB)
        reached.append(history.focused)
    assert reached == ["save", "clear", "another-0"]
    history.focus("#clear")
    history.press_key(Keys.ENTER)
    until(lambda: history.shows("#ask"), "question")
    history.press_key(Keys.ENTER)
    until(lambda: not history.shows("#ask"), "end of the question")
    assert_nothing_was_cleared(history)


def test_assistive_technology_is_told_what_is_what(history):
    history.open(ON_THEN_OFF)
    history.press(message("history_clear"))
    until(lambda: history.shows("#ask"), "question")
    asking = history.semantics
    assert (asking["asks"], asking["question"]) == ("dialog", message("history_clear_ask"))
    history.answer(message("button_cancel"))
    assert (history.semantics["live"], history.semantics["entries"]) == ("status", "list")


def test_the_file_holds_every_entry(history, tmp_path):
    entries = [at(THEN + number, fresh=number % 2 == 0) for number in range(500)]
    history.open(record_of(*entries, accounts={"default": 0}))
    saved = history.save(message("history_save"), tmp_path)
    assert saved.pop("exported").startswith(str(datetime.now(UTC).year))
    assert saved == record_of(*entries, accounts={"default": 0})["record"]


def test_what_is_kept_meanwhile_is_shown_and_saved_and_the_keyboard_stays(history, tmp_path):
    history.open(record_of(at(THEN)))
    history.focus("#another-0")
    history.keep_readings(({}, {"setting": SETTING, **TURNED_OFF}))
    until(lambda: len(history.entries) == 2, "second entry")
    assert history.focused == "another-0"
    assert len(history.save(message("history_save"), tmp_path)["entries"]) == 2


UNREADABLE = {
    "newer": {"schema": 3, "accounts": {}, "entries": [], "more": [1.5, "é\n"]},
    "text": "not a record",
    "nothing": None,
    "a list": [1, {"b": 2}],
    "an entry that lacks its date": {**NOTHING, "entries": [{"after": "off"}]},
    "an entry of schema 1 that does": {"schema": 1, "accounts": {}, "entries": [{"after": "off"}]},
    "51 objections": record_of(objections=[sent(THEN)] * (OBJECTION_CAP + 1))["record"],
    "a date that is none": record_of(at(8_640_000_000_000_001))["record"],
    "501 entries": record_of(*[at(THEN)] * 501)["record"],
    "a prototype only": {"__proto__": NOTHING},
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_set_aside_unchanged_and_told_once(history, name):
    history.put(json.dumps({"record": UNREADABLE[name], "other": 1}))
    stored = history.stored()["record"]  # the browser itself keeps no "__proto__"
    history.open()
    until(lambda: history.shows("#notice"), "notice")
    [(key, kept)] = history.set_aside().items()
    assert json.dumps(kept) == json.dumps(stored)
    assert history.stored()["other"] == 1
    assert history.entries == []
    history.keep_readings(({}, {"setting": SETTING, **TURNED_OFF}))
    until(lambda: headlines(history) == [message("history_off")], "entry")
    history.press(message("button_close"))
    until(lambda: not history.shows("#notice"), "end of the notice")
    history.open()
    assert not history.shows("#notice")
    assert history.shows("#set-aside")
    assert history.set_aside() == {key: kept}


def test_what_can_be_read_stays_as_it_is_and_nothing_is_told(history):
    history.open(ON_THEN_OFF)
    assert len(history.entries) == 2
    assert history.stored() == ON_THEN_OFF
    assert not history.shows("#notice")
    assert not history.shows("#set-aside")


def test_what_was_set_aside_can_be_saved_and_deleted(history, tmp_path):
    history.open({"record": UNREADABLE["newer"]})
    until(lambda: history.shows("#set-aside"), "what was set aside")
    assert history.save(message("history_save"), tmp_path) == UNREADABLE["newer"]
    history.press(message("history_delete"))
    history.answer(message("history_delete"))
    until(lambda: not history.shows("#set-aside"), "end of it")
    assert history.set_aside() == {}
    assert not history.shows("#notice"), "nothing is left to be told of"
    until(lambda: history.said == message("history_deleted"), "what is told")


def test_what_was_set_aside_stays_after_a_no(history):
    history.open(ON_THEN_OFF | {"record-set-aside:2026-03-03T09:30:00.000Z": "x"})
    history.press(message("history_delete"))
    history.answer(message("button_cancel"))
    assert_nothing_was_cleared(history)
    assert list(history.set_aside().values()) == ["x"]


def test_clearing_leaves_what_was_set_aside(history):
    stored = ON_THEN_OFF | {"record-set-aside:2026-03-03T09:30:00.000Z": "x"}
    history.open(stored)
    history.press(message("history_clear"))
    history.answer(message("history_clear"))
    until(lambda: "record" not in history.stored(), "end of the record")
    assert list(history.set_aside().values()) == ["x"]
    assert "3 March 2026" in history.text


def test_readings_kept_at_once_are_all_kept_in_order(history):
    told = [({}, {"setting": SETTING, **TURNED_OFF, "fresh": n % 2 == 0}) for n in range(20)]
    history.keep_readings(*told)
    entries = history.stored()["record"]["entries"]
    assert [entry["fresh"] for entry in entries] == [n % 2 == 0 for n in range(20)]


def test_an_entry_names_browser_store_and_versions(history, browser):
    tabs = [{}, {"cookieStoreId": "firefox-container-7"}]
    history.keep_readings(*((tab, {"setting": SETTING, **TURNED_OFF}) for tab in tabs))
    first, second = history.stored()["record"]["entries"]
    assert [first["store"], second["store"]] == ["default", "firefox-container-7"]
    major = browser.driver.capabilities["browserVersion"].partition(".")[0]
    assert first["browser"].endswith(f" {major}")
    assert first["browser"].lower().startswith(browser.name)
    assert first["version"] == project_version()
    assert abs(first["at"] - datetime.now(UTC).timestamp() * 1000) < 60_000


def test_nothing_is_kept_of_a_private_tab(history):
    history.put(json.dumps(ON_THEN_OFF))
    private = {"incognito": True, "cookieStoreId": "firefox-private"}
    history.keep_readings((private, {"setting": SETTING, **TURNED_OFF}))
    assert history.stored() == ON_THEN_OFF


def test_without_history_nothing_is_kept_and_what_is_there_stays(history):
    stored = ON_THEN_OFF | {"preferences": {"keepsHistory": False}}
    history.open(stored)
    assert history.shows("#kept-off")
    history.keep_readings(({}, {"setting": SETTING, **TURNED_OFF}))
    assert history.stored() == stored
    history.press(message("history_clear"))
    history.answer(message("history_clear"))
    until(lambda: history.shows("#empty"), "empty history")
    assert history.shows("#kept-off")


def test_what_linkedin_showed_is_in_the_history(history, page, linkedin):
    linkedin.settings[SETTING] = False
    page.open()
    page.wait_for_state("off")
    history.open()
    until(lambda: headlines(history) == [message("history_off")], "entry")
    assert history.entries[0].why == message("history_only_read")


hostile_keys = st.sampled_from(
    ["record", "record-notice", "record-set-aside:<b>", "record-set-aside:2026-03-03", "__proto__"]
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fuzz=st.dictionaries(hostile_keys, json_values), record=json_values)
def test_no_storage_breaks_the_page(history, fuzz, record):
    history.put(json.dumps(fuzz | {"record": record}))
    stored = history.stored()
    history.open()
    until(lambda: stored["record"] in history.set_aside().values(), "what was set aside")
    until(lambda: history.shows("#empty"), "end of the drawing")
    assert history.shows("#set-aside")
    kept = {key: value for key, value in stored.items() if key.startswith("record-set-aside")}
    assert kept.items() <= history.set_aside().items(), "nothing is lost"
