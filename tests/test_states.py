"""The state table, walked through exhaustively in a real browser: every pair, every rule."""

import pytest

from builder.render import EXTENSION
from tests.harness.words import BADGES, message

CORE = ["core/next-state.js", "core/state-effects.js", "shared/say-state.js"]
LEVELS = ["banner", "quiet", "look"]

# Every event with every value that can make a difference.
EVENTS = """
const bools = [false, true];
const EVENTS = [
  {type: 'page', at: 0, due: null},
  ...[null, 'member'].flatMap((onSight) => [
    ...bools.map((tried) => ({task: 'prove', tried, onSight})),
    {task: 'turn-off', tried: false, onSight},
  ]).concat(bools.map((unreached) => ({task: 'show', unreached})))
    .map((due) => ({type: 'page', at: 0, due: {tried: false, unreached: false, onSight: null,
      focused: false, pastCaches: true, at: 0, ...due}})),
  {type: 'left'},
  ...['on', 'off'].flatMap((reads) => bools.flatMap((usable) => bools.flatMap((fresh) =>
    bools.flatMap((settled) => bools.flatMap((ready) =>
      (reads === 'on' && usable && !fresh ? bools : [false]).map((byMember) =>
        ({type: 'sighting', reads, usable, fresh, settled, ready, byMember}))))))),
  {type: 'no-sighting'},
  ...bools.map((complete) => ({type: 'patience-ended', complete})),
  ...bools.flatMap((ready) => [0, 500, 5000].map((at) => ({type: 'click', at, ready}))),
  {type: 'not-now'},
  ...bools.map((open) => ({type: 'dialog', open})),
  ...[0, 200, 403].map((status) => ({type: 'saved', status})),
  {type: 'quiet-ended'},
  {type: 'proof-overdue'},
  {type: 'declined'},
];
"""

# All states that any sequence of events leads to, and each step between them.
WALK = """
const found = new Map([[JSON.stringify(ELSEWHERE), ELSEWHERE]]);
const steps = [];
for (const state of found.values()) {
  for (const event of EVENTS) {
    const next = nextState(state, event);
    steps.push([state, event, next, deedOf(state, next)]);
    const key = JSON.stringify(next);
    if (!found.has(key)) found.set(key, next);
  }
}
return steps.map(([state, event, next, deed]) => ({state, event, next, deed,
  deadline: deadlineOf(next) ?? null, saying: sayState(next),
  ends: deadlineOf(state)?.event ?? null, says: sayState(state)}));
"""

# What a state says at each level, with nothing and with each kind of memory.
SAYINGS = """
const memories = [null, {was: 'off', day: 'a day'}, {was: 'on-by-member', day: 'a day'}];
return arguments[0].map((state) => memories.map((memory) =>
  sayState(state, {level: arguments[1], memory})));
"""


@pytest.fixture(scope="module")
def steps(at_blank):
    """Every step between reachable states: state, event, next and deed.

    `deadline` and `saying` are those of the next state. Of the state before, `says` is what it
    says, and `ends` the event that ends it by itself.
    """
    return at_blank.execute_script(core() + EVENTS + WALK)


def core():
    return "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in CORE)


@pytest.fixture(scope="module")
def sayings(at_blank, steps):
    """What every reachable state says: level -> pairs of a state and its sayings."""
    states = list({freeze(step["state"]): step["state"] for step in steps}.values())
    return {
        level: list(
            zip(states, at_blank.execute_script(core() + SAYINGS, states, level), strict=True)
        )
        for level in LEVELS
    }


def test_every_state_is_reached_and_every_pair_is_defined(steps):
    names = {step["next"]["name"] for step in steps}
    assert names == {
        "elsewhere",
        "looking",
        "on",
        "turning-off",
        "off",
        "unproven",
        "kept-on",
        "locked",
        "unrecognised",
        "unavailable",
    }
    keys = {tuple(sorted(step["next"])) for step in steps}
    assert len(keys) == 1, "every state has the same shape"


def test_every_state_is_of_one_kind(steps):
    """Only `turning-off` has a step, and only `looking` waits to act on a click."""
    for step in steps:
        state = step["next"]
        assert (state["step"] is not None) == (state["name"] == "turning-off"), state
        assert state["askedAt"] is None or state["name"] == "looking", state
        assert isinstance(state["asked"], bool)
        assert isinstance(state["dismissed"], bool)


def test_off_is_entered_only_by_a_fresh_and_settled_reading(steps):
    entering = [s for s in steps if s["next"]["name"] == "off" and s["state"]["name"] != "off"]
    assert entering
    for step in entering:
        event = step["event"]
        assert event["type"] == "sighting"
        assert (event["reads"], event["fresh"], event["settled"]) == ("off", True, True)


def test_a_reading_of_on_ends_every_claim_of_off(steps):
    for step in steps:
        event = step["event"]
        if event["type"] == "sighting" and event["reads"] == "on":
            assert step["next"]["name"] not in ("off", "unproven")


def test_the_switch_is_clicked_only_when_asked_and_only_where_it_reads_on(steps):
    clicking = [step for step in steps if step["deed"] == "click-switch"]
    assert clicking
    for step in clicking:
        state, event = step["state"], step["event"]
        if event["type"] == "click":
            assert state["name"] in ("on", "kept-on")
        else:
            assert state["askedAt"] is not None
            readings = (event.get("reads"), event.get("usable"), event.get("ready"))
            waited = event["type"] == "patience-ended" and state["reads"] == "on"
            assert readings == ("on", True, True) or waited


def asks(event):
    """Whether an event is a request of the member's: a click, the panel's wish, or on sight."""
    return event["type"] == "click" or (event.get("due") or {}).get("task") == "turn-off"


def test_a_request_is_good_for_one_click_on_the_switch(steps):
    """So no order of events brings more clicks on the switch than requests.

    Only the member makes one, and the click on the switch uses it up.
    """
    for step in steps:
        requested = asks(step["event"]) or step["state"]["askedAt"] is not None
        still_waits = step["next"]["askedAt"] is not None
        clicks = step["deed"] == "click-switch"
        assert requested or not (clicks or still_waits), step
        assert not (clicks and still_waits), step


def test_nothing_is_clicked_or_loaded_while_turning_off(steps):
    for step in steps:
        if step["state"]["name"] == "turning-off" and step["event"]["type"] != "page":
            assert step["deed"] != "click-switch"
        if step["state"]["step"] in ("reloading", "proving"):
            assert step["deed"] is None


def test_the_proof_load_never_comes_while_a_save_may_be_in_flight(steps):
    for step in steps:
        if step["deed"] == "load-proof" and step["state"]["name"] == "turning-off":
            assert step["event"]["type"] == "quiet-ended"
            assert step["state"]["step"] in ("saving", "settling")


def test_kept_on_is_said_only_after_we_clicked_and_it_reads_on(steps):
    for step in steps:
        if step["next"]["name"] == "kept-on" and step["state"]["name"] != "kept-on":
            assert step["state"]["tried"]
            assert step["state"]["reads"] == "on" or step["event"]["reads"] == "on"
            assert step["next"]["reason"] in ("ignored", "refused", "cut", "reverted", "lost")


def test_turning_off_and_looking_always_end(steps):
    for step in steps:
        state = step["next"]
        if state["name"] == "looking" or state["step"] not in (None, "confirming"):
            assert step["deadline"], state


def test_an_asked_click_is_told_when_it_ends_in_nothing(steps):
    for step in steps:
        state, event = step["state"], step["event"]
        if state["askedAt"] is not None and event["type"] == "patience-ended":
            if state["reads"] is None:
                assert step["saying"]["detail"] == "detail_gave_up"
            else:
                assert step["next"]["name"] in ("turning-off", "unproven")


def test_every_state_has_its_words(steps):
    for step in steps:
        saying = step["saying"]
        assert saying["name"] in BADGES
        for key in (f"title_{saying['name']}", f"headline_{saying['name']}", saying["detail"]):
            assert message(key)
        assert saying["action"] is None or message(saying["action"])


def test_only_a_dead_end_offers_the_way_by_hand_and_a_report(steps):
    stuck = {step["next"]["name"] for step in steps if step["saying"]["byHand"]}
    assert stuck == {"kept-on", "locked", "unrecognised", "unavailable"}
    assert all(step["saying"]["byHand"] for step in steps if step["next"]["name"] in stuck)


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_remembered_changes_only_what_is_said_of_on(sayings, level):
    for state, said in sayings[level]:
        for saying in said:
            assert message(saying["detail"])
            dated = saying["detail"] in ("detail_on_changed_back", "detail_on_theirs")
            assert dated == (saying["day"] is not None)
            assert not dated or state["name"] == "on"
        assert len({saying["detail"] for saying in said}) in (1, 3)


def test_where_offswitch_only_looks_it_offers_no_click_on_the_switch(sayings):
    clicks = {"button_turn_off", "button_try_again"}
    offered = {
        level: {
            saying["action"]
            for state, said in sayings[level]
            for saying in said
            if state["name"] != "elsewhere"
        }
        for level in LEVELS
    }
    assert clicks <= offered["banner"] & offered["quiet"]
    assert not clicks & offered["look"]


def test_what_was_done_on_sight_is_announced_and_nothing_else_is(steps):
    for step in steps:
        state = step["state"]
        announced = step["says"]["announces"] is not None
        assert announced == (state["tried"] and state["onSight"] is not None)
        clicked = step["deed"] == "click-switch"
        if clicked and step["event"]["type"] == "click":
            assert step["next"]["onSight"] is None, "the member's own click"
        elif clicked:
            assert step["next"]["onSight"] == state["onSight"]


def test_on_sight_nothing_is_loaded_that_it_did_not_change(steps):
    for step in steps:
        if step["deed"] == "load-proof" and step["event"]["type"] == "sighting":
            assert step["state"]["onSight"] is None


def test_after_a_sign_in_the_member_is_asked_and_nothing_is_done(steps):
    late = [s for s in steps if ((s["event"].get("due") or {}).get("task")) == "show"]
    assert late
    for step in late:
        assert step["next"]["askedAt"] is None
        assert step["next"]["asked"]
        assert (step["next"]["reason"] == "waited") == step["event"]["due"]["unreached"]


def test_a_state_is_the_members_own_only_after_their_click(steps):
    for step in steps:
        entered = step["next"]["reason"] == "by-member" and step["state"]["reason"] != "by-member"
        if entered:
            assert step["event"]["byMember"]
            assert step["next"]["name"] in ("on", "locked", "unproven")


def test_who_turns_it_on_by_hand_ends_the_turning_off(steps):
    taken_back = [
        step
        for step in steps
        if step["state"]["name"] == "turning-off"
        and step["event"].get("byMember")
        and step["event"]["reads"] == "on"
    ]
    assert taken_back
    for step in taken_back:
        assert (step["next"]["name"], step["next"]["reason"]) == ("on", "by-member")


def test_a_click_that_was_declined_leaves_no_trace(steps):
    declined = [step for step in steps if step["event"]["type"] == "declined"]
    assert {step["next"]["name"] for step in declined if step["next"] != step["state"]} == {
        "looking"
    }
    assert not any(step["next"]["tried"] for step in declined if step["next"] != step["state"])


def test_leaving_forgets_everything(steps):
    for step in steps:
        if step["event"]["type"] == "left":
            assert step["next"]["name"] == "elsewhere"
            assert not step["next"]["asked"]


def freeze(state):
    return tuple(sorted(state.items()))


def has_next_step(step):
    """Whether the state before a click on the toolbar leaves the member something to do."""
    name, says = step["state"]["name"], step["says"]
    does_something = step["next"] != step["state"]
    answers_linkedin = step["state"]["step"] == "confirming"
    helped = says["action"] is not None or says["byHand"]
    return does_something or helped or answers_linkedin or name in ("off", "elsewhere")


def test_a_state_that_does_not_end_by_itself_leaves_a_next_step(steps):
    resting = [step for step in steps if not step["ends"] and step["event"]["type"] == "click"]
    names = {step["state"]["name"] for step in resting}
    assert names == {step["next"]["name"] for step in steps} - {"looking"}
    for step in resting:
        assert has_next_step(step), step


def test_after_any_events_silence_leads_to_a_state_that_stays(steps):
    """Deadlines run out one after the other, and never in a circle."""
    then = {
        freeze(step["state"]): freeze(step["next"])
        for step in steps
        if step["ends"] == step["event"]["type"]
    }
    for state in then:
        passed = [state]
        while passed[-1] in then:
            assert len(passed) <= len(then), f"in a circle: {passed[0]}"
            passed.append(then[passed[-1]])
