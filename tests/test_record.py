"""The record's rules, run by a real browser on made-up readings and made-up storage."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.render import EXTENSION

CAP = 500
OBJECTION_CAP = 50
SETTING = "allowDataForGenerativeAI"
OUTCOMES = ["on", "off", "unproven", "kept-on", "locked"]
OUTCOMES += ["unrecognised", "unavailable", "unreached"]
ACTORS = ["offswitch", "member", "linkedin-page"]
NOTHING = {"schema": 2, "accounts": {}, "entries": [], "objections": []}
HOSTILE = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "schema",
    "entries",
    "objections",
]

# Readings and "This is another account", one after the other, as the background does them.
PLAY = """
const [steps, settings] = JSON.parse(arguments[0]);
let record = EMPTY_RECORD;
const told = steps.map((step) => {
  record = typeof step === 'string' ? nextAccount(record, step) : addReading(record, step);
  return ['default', 'other'].flatMap((store) => settings.map((setting) => [
    lastKnown(record, store, setting)?.lastAt ?? null,
    provenOffBefore(record, store, setting), setByMember(record, store, setting)]));
});
const {unreadable} = openRecord(JSON.parse(JSON.stringify(record)));
return JSON.stringify({told, record, unreadable, empty: EMPTY_RECORD});
"""

OPEN = """
return JSON.stringify(JSON.parse(arguments[0]).map((stored) => openRecord(stored)));
"""


@pytest.fixture(scope="module")
def run(at_blank):
    """Run a script after the shipped one; what goes in and comes out is JSON."""
    source = (EXTENSION / "core" / "record.js").read_text(encoding="utf-8")

    def run_it(script: str, value: object) -> Any:
        return json.loads(at_blank.execute_script(source + script, json.dumps(value)))

    return run_it


def reading(at: int = 1, **told: object) -> dict:
    """A reading; what is not told is as usual."""
    usual = {
        "store": "default",
        "setting": SETTING,
        "after": "on",
        "fresh": False,
        "by": "linkedin-page",
        "browser": "Browser 1",
        "version": "0.1.0",
    }
    return {"at": at, **usual, **told}


readings = st.builds(
    reading,
    store=st.sampled_from(["default", "other"]),
    setting=st.sampled_from([SETTING, "other"]),
    after=st.sampled_from(["on", "on", "on", "off", "off", "unproven", "kept-on", "locked"]),
    fresh=st.booleans(),
    by=st.sampled_from(ACTORS),
    browser=st.sampled_from(["Browser 1", "Browser 1", "Browser 2"]),
)


def told_of(steps: list, store: str, setting: str) -> list[dict]:
    """What the present account of a store was told of a setting; all of it, in order."""
    account, told = 0, []
    for step in steps:
        if step == store and told and told[-1][0] == account:
            account += 1
        elif isinstance(step, dict) and step["store"] == store:
            told.append((account, step))
    return [step for of, step in told if of == account and step["setting"] == setting]


def expected_knowledge(told: list[dict]) -> list[int | None]:
    """When it was last read, proven off, and set on by the member, by the readings themselves."""
    proven = theirs = None
    for one in told:
        by_member = one["after"] == "on" and one["by"] == "member"
        if one["after"] == "off" and one["fresh"]:
            proven = one["at"]
        if by_member:
            proven = None
        only_read = one["after"] == "on" and one["by"] == "linkedin-page"
        if by_member:
            theirs = one["at"]
        elif not only_read and one["after"] in ("on", "off", "unproven", "kept-on"):
            theirs = None
    return [told[-1]["at"] if told else None, proven, theirs]


@given(steps=st.lists(st.one_of(readings, st.sampled_from(["default", "other"])), max_size=12))
def test_what_is_known_follows_from_the_readings_alone(run, steps):
    for at, step in enumerate(steps, start=1):
        if isinstance(step, dict):
            step["at"] = at
    result = run(PLAY, [steps, [SETTING, "other"]])
    for number, known in enumerate(result["told"], start=1):
        expected = [
            expected_knowledge(told_of(steps[:number], store, setting))
            for store in ("default", "other")
            for setting in (SETTING, "other")
        ]
        assert known == expected
    assert not result["unreadable"], "what we write, we can read"
    assert result["empty"] == NOTHING, "it is never changed"


@given(steps=st.lists(readings, max_size=12))
def test_an_entry_tells_what_was_known_before_and_is_not_repeated(run, steps):
    for at, step in enumerate(steps, start=1):
        step["at"] = at
    last: dict[tuple, dict] = {}
    entries = run(PLAY, [steps, [SETTING]])["record"]["entries"]
    assert [entry["lastAt"] for entry in entries] == sorted(entry["lastAt"] for entry in entries)
    for entry in sorted(entries, key=lambda entry: entry["at"]):
        line = entry["store"], entry["setting"]
        before = last.get(line)
        assert entry["before"] == (before["after"] if before else None)
        dates = {"at": 0, "lastAt": 0, "before": None}
        assert not before or {**entry, **dates} != {**before, **dates}
        last[line] = entry


THEIRS = {"after": "on", "by": "member"}
LATER = {
    "read on": ({"after": "on"}, 1),
    "no switch": ({"after": "unavailable"}, 1),
    "locked": ({"after": "locked"}, 1),
    "turned on again": ({**THEIRS, "fresh": True}, 2),
    "turned off by hand": ({"after": "unproven", "by": "member"}, None),
    "off": ({"after": "off", "fresh": True}, None),
    "we were asked, and failed": ({"after": "kept-on", "by": "offswitch"}, None),
}


@pytest.mark.parametrize("name", LATER)
def test_what_the_member_turned_on_is_theirs_until_it_is_off_or_to_be(run, name):
    later, expected = LATER[name]
    steps = [reading(0, after="off", fresh=True), reading(1, **THEIRS), reading(2, **later)]
    [_, proven, theirs] = run(PLAY, [steps, [SETTING]])["told"][-1][0]
    assert theirs == expected
    assert proven == (2 if name == "off" else None)


def test_what_was_off_before_is_remembered_while_linkedin_shows_it_on(run):
    steps = [reading(1, after="off", fresh=True), reading(2), reading(3, after="kept-on")]
    assert [told[0] for told in run(PLAY, [steps, [SETTING]])["told"]] == [
        [1, 1, None],
        [2, 1, None],
        [3, 1, None],
    ]


def test_a_reading_that_says_the_same_moves_the_date(run):
    same = [reading(10), reading(20), reading(30)]
    [entry] = run(PLAY, [same, [SETTING]])["record"]["entries"]
    assert (entry["at"], entry["lastAt"]) == (10, 30)


@pytest.mark.parametrize(
    "other",
    [
        {"after": "locked"},
        {"fresh": True},
        {"by": "member"},
        {"browser": "Browser 2"},
        {"version": "0.2.0"},
        {"store": "other"},
        {"setting": "other"},
    ],
)
def test_a_reading_that_says_something_else_is_an_entry(run, other):
    steps = [reading(10), reading(20, **other)]
    first, second = run(PLAY, [steps, [SETTING]])["record"]["entries"]
    assert (first["at"], first["lastAt"], second["at"]) == (10, 10, 20)


def test_the_oldest_go_first(run):
    steps = [reading(at, fresh=at % 2 == 0) for at in range(1, CAP + 8)]
    result = run(PLAY, [steps, [SETTING]])
    assert [entry["at"] for entry in result["record"]["entries"]] == list(range(8, CAP + 8))
    assert not result["unreadable"]


def test_what_is_read_again_and_again_is_not_the_oldest(run):
    steady = [reading(1, store="steady"), reading(3, store="steady")]
    others = [reading(at, fresh=at % 2 == 0) for at in range(4, CAP + 3)]
    steps = [steady[0], reading(2), steady[1], *others]
    entries = run(PLAY, [steps, [SETTING]])["record"]["entries"]
    assert len(entries) == CAP
    assert (entries[0]["at"], entries[0]["lastAt"]) == (1, 3)


def test_another_account_begins_with_nothing_and_only_once(run):
    off = reading(1, after="off", fresh=True)
    result = run(PLAY, [[off, "default", "default", reading(2)], [SETTING]])
    assert result["told"][1][0] == [None, None, None]
    assert result["record"]["accounts"] == {"default": 1}, "nothing was read in between"
    assert [entry["account"] for entry in result["record"]["entries"]] == [0, 1]
    assert result["record"]["entries"][1]["before"] is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_store_with_a_hostile_name_is_a_store(run, name):
    steps = [reading(1, store=name), name, reading(2, store=name), reading(3)]
    result = run(PLAY, [steps, [SETTING]])
    assert [entry["account"] for entry in result["record"]["entries"]] == [0, 1, 0]
    assert list(result["record"]["accounts"]) == [name]
    assert not result["unreadable"]


json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**60), 2**60),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=5),
        st.sampled_from([1, -1, 8.64e15 + 2, 0.5, *OUTCOMES, *ACTORS, "x" * 201]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(HOSTILE), st.text(max_size=3)), inner, max_size=3
        ),
    ),
    max_leaves=8,
)


def entry_of(**told: object) -> dict:
    return {**reading(5), "lastAt": 7, "account": 0, "before": None, **told}


def valid_record() -> dict:
    entries = [entry_of(), entry_of(before="on", after="off", fresh=True, by="offswitch")]
    objections = [{"store": "other", "account": 2, "at": 9}]
    return {**NOTHING, "accounts": {"other": 2}, "entries": entries, "objections": objections}


def is_valid(stored: object) -> bool:
    """Whether it is a record, said once more in another language."""

    def is_count(value: object) -> bool:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        return whole and not isinstance(value, bool) and 0 <= value < 2**53

    def is_text(value: object) -> bool:
        return isinstance(value, str) and len(value.encode("utf-16-le")) // 2 <= 200

    def is_entry(entry: object) -> bool:
        return (
            isinstance(entry, dict)
            and set(entry) == set(entry_of())
            and all(is_count(entry[n]) and entry[n] <= 8.64e15 for n in ("at", "lastAt"))
            and is_count(entry["account"])
            and all(is_text(entry[n]) for n in ("store", "setting", "browser", "version"))
            and (entry["before"] is None or entry["before"] in OUTCOMES)
            and entry["after"] in OUTCOMES
            and isinstance(entry["fresh"], bool)
            and entry["by"] in ACTORS
        )

    def is_objection(one: object) -> bool:
        return (
            isinstance(one, dict)
            and set(one) == {"store", "account", "at"}
            and is_text(one["store"])
            and is_count(one["account"])
            and is_count(one["at"])
            and one["at"] <= 8.64e15
        )

    return (
        isinstance(stored, dict)
        and set(stored) == set(NOTHING)
        and stored["schema"] == 2
        and not isinstance(stored["schema"], bool)
        and isinstance(stored["accounts"], dict)
        and all(map(is_count, stored["accounts"].values()))
        and isinstance(stored["entries"], list)
        and len(stored["entries"]) <= CAP
        and all(map(is_entry, stored["entries"]))
        and isinstance(stored["objections"], list)
        and len(stored["objections"]) <= OBJECTION_CAP
        and all(map(is_objection, stored["objections"]))
    )


@st.composite
def nearly_records(draw):
    """A record with one thing in it that may be wrong."""
    record = valid_record()
    parts = [record, record["accounts"], *record["entries"], *record["objections"]]
    place = draw(st.sampled_from(parts))
    name = draw(st.sampled_from([*place, *HOSTILE]))
    if draw(st.booleans()):
        place[name] = draw(json_values)
    else:
        place.pop(name, None)
    return record


BAD = {
    "at": [-1, 0.5, 8_640_000_000_000_001, 2**60, "5", None, [5], True],
    "lastAt": [-1, 0.5, 8_640_000_000_000_001, None],
    "account": [-1, 0.5, "0", None],
    "store": [None, 1, ["default"], "x" * 201],
    "setting": [None, 1],
    "browser": [None, {}],
    "version": [None, 0.1],
    "before": ["", "ON", [], "turning-off"],
    "after": [None, "ON", ["on"], "turning-off"],
    "fresh": [None, 0, "true"],
    "by": [None, "linkedin", ["member"]],
}


@pytest.mark.parametrize("field", BAD)
def test_one_wrong_value_makes_a_record_unreadable(run, field):
    stored = [{**valid_record(), "entries": [entry_of(**{field: bad})]} for bad in BAD[field]]
    assert [opened["unreadable"] for opened in run(OPEN, stored)] == [True] * len(stored)


def test_the_greatest_values_are_readable(run):
    last = 8_640_000_000_000_000
    entry = entry_of(at=last, lastAt=last, account=2**53 - 1, store="x" * 200, browser="")
    [opened] = run(OPEN, [{**valid_record(), "entries": [entry] * CAP}])
    assert not opened["unreadable"]


@given(stored=st.lists(st.one_of(json_values, nearly_records()), min_size=8, max_size=24))
def test_what_is_stored_is_a_record_or_unreadable(run, stored):
    for value, opened in zip(stored, run(OPEN, stored), strict=True):
        assert opened["unreadable"] == (not is_valid(value)), value
        kept = NOTHING if opened["unreadable"] else value
        assert opened["record"] == kept


def test_what_an_object_inherits_is_not_in_it(run):
    """A browser may take a stored "__proto__" for a prototype."""
    script = """const stored = {accounts: {}, entries: [], objections: [], more: 1};
      return JSON.stringify(openRecord(Object.setPrototypeOf(stored, {schema: 2})));"""
    assert run(script, None)["unreadable"]


def test_nothing_stored_is_an_empty_record_and_not_unreadable(run):
    opened = run("return JSON.stringify(openRecord(undefined));", None)
    assert opened == {"record": NOTHING, "unreadable": False}


def test_a_newer_record_is_unreadable(run):
    [opened] = run(OPEN, [{**valid_record(), "schema": 3}])
    assert opened["unreadable"]


MIGRATE = """
const [stored, made] = JSON.parse(arguments[0]);
const migrations = {
  '-1': (older) => ({...older, ...made}),
  0: (older) => ({...older, schema: 1}),
  1: (older) => ({...older, ...made}),
};
return JSON.stringify(openRecord(stored, migrations));
"""
MADE = {"schema": 2, "accounts": {}, "objections": []}


@pytest.mark.parametrize("schema", [0, 1])
def test_an_older_record_is_brought_up_step_by_step(run, schema):
    older = {"schema": schema, "entries": [entry_of()]}
    opened = run(MIGRATE, [older, MADE])
    assert opened["record"] == {**older, **MADE}
    assert not opened["unreadable"]


@pytest.mark.parametrize(
    "made", [{"schema": 1}, {"schema": 3}, {**MADE, "accounts": 3}, {"schema": 2}]
)
def test_a_migration_that_makes_no_record_leaves_an_unreadable_one(run, made):
    assert run(MIGRATE, [{"schema": 1, "entries": []}, made])["unreadable"]


def test_a_migration_leaves_out_no_schema(run):
    assert run(MIGRATE, [{"schema": -1, "entries": []}, MADE])["unreadable"]


@pytest.mark.parametrize("schema", ["1", 0.5, math.pi, None, [1], "toString"])
def test_only_a_known_older_schema_is_migrated(run, schema):
    assert run(MIGRATE, [{"schema": schema, "entries": []}, MADE])["unreadable"]


def first_schema() -> dict:
    """A record as version 0.1.0 kept it before it knew objections, in its very form."""
    entry = {
        "at": 5,
        "lastAt": 7,
        "store": "firefox-default",
        "account": 1,
        "setting": SETTING,
        "before": "on",
        "after": "off",
        "fresh": True,
        "by": "offswitch",
        "browser": "Firefox 153",
        "version": "0.1.0",
    }
    entries = [{**entry, "account": 0, "before": None, "after": after} for after in OUTCOMES]
    accounts = {"firefox-default": 1, "__proto__": 4}
    return {"schema": 1, "accounts": accounts, "entries": [*entries, entry]}


def test_a_record_of_schema_1_is_carried_over_with_nothing_lost(run):
    for older in (first_schema(), {**first_schema(), "entries": [entry_of()] * CAP}):
        [opened] = run(OPEN, [older])
        assert opened == {
            "record": {**older, "schema": 2, "objections": []},
            "unreadable": False,
        }


def test_what_is_no_record_of_schema_1_is_not_carried_over(run):
    stored = [
        {**first_schema(), "objections": []},
        {**first_schema(), "more": 1},
        {**first_schema(), "entries": [entry_of(at=-1)]},
        {"schema": 1, "entries": []},
        {"schema": 1},
    ]
    assert [opened["unreadable"] for opened in run(OPEN, stored)] == [True] * len(stored)


def test_a_private_tab_is_no_store_of_the_record(run):
    tabs = [{"incognito": True, "cookieStoreId": "default"}, {"cookieStoreId": "c-2"}, {}]
    stores = run("return JSON.stringify(JSON.parse(arguments[0]).map(storeOf));", tabs)
    assert stores == ["private", "c-2", "default"]


# What is sent, "This is another account" (a store), and what is taken back ([what]).
PLAY_OBJECTIONS = """
let record = EMPTY_RECORD;
for (const step of JSON.parse(arguments[0])) {
  if (typeof step === 'string') record = nextAccount(record, step);
  else if (Array.isArray(step)) record = removeObjection(record, step[0]);
  else record = 'after' in step ? addReading(record, step) : addObjection(record, step);
}
const shown = ['default', 'other'].map((store) => objectionsOf(record, store).map(({at}) => at));
const {unreadable} = openRecord(JSON.parse(JSON.stringify(record)));
return JSON.stringify({record, shown, unreadable, empty: EMPTY_RECORD});
"""


@pytest.fixture(scope="module")
def send(run):
    """The record after these steps, and what it shows of the stores default and other."""
    source = (EXTENSION / "core" / "objections.js").read_text(encoding="utf-8")

    def send_it(*steps: object) -> Any:
        result = run(source + PLAY_OBJECTIONS, steps)
        assert not result["unreadable"], "what we write, we can read"
        assert result["empty"] == NOTHING, "it is never changed"
        return result

    return send_it


def sent(at: object, store: object = "default") -> dict:
    return {"at": at, "store": store}


def test_an_objection_is_kept_for_its_store_once(send):
    result = send(sent(5), sent(3), sent(5), sent(5, "other"))
    assert result["shown"] == [[5, 3], [5]]
    assert result["record"]["entries"] == []


def test_an_objection_belongs_to_the_account_that_sent_it(send):
    result = send(sent(5), "default", "default", sent(5), sent(6))
    assert result["record"]["accounts"] == {"default": 1}, "one that did nothing is no account"
    assert result["shown"] == [[5, 6], []]
    assert [one["account"] for one in result["record"]["objections"]] == [0, 1, 1]


def test_what_is_taken_back_is_one_of_this_account(send):
    result = send(sent(5), sent(5, "other"), "default", sent(5), sent(6), [sent(5)], [sent(7)])
    assert result["shown"] == [[6], [5]]
    told = [(one["store"], one["account"], one["at"]) for one in result["record"]["objections"]]
    assert told == [("default", 0, 5), ("other", 0, 5), ("default", 1, 6)]


def test_the_objections_noted_first_go_first_and_no_entry_does(send):
    result = send(reading(1), *(sent(at) for at in range(OBJECTION_CAP + 2)))
    assert result["shown"][0] == list(range(2, OBJECTION_CAP + 2))
    assert len(result["record"]["entries"]) == 1


@pytest.mark.parametrize("at", BAD["at"])
def test_a_day_that_is_none_is_not_noted(send, at):
    assert send(sent(at))["record"] == NOTHING


@pytest.mark.parametrize("store", BAD["store"])
def test_a_store_that_is_none_is_not_noted(send, store):
    assert send(sent(5, store))["record"]["objections"] == []


def test_a_reading_leaves_the_objections_alone(send):
    result = send(sent(5), reading(6), reading(7, after="off", fresh=True))
    assert result["shown"] == [[5], []]
    assert len(result["record"]["entries"]) == 2
