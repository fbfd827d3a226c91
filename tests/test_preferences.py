"""Preferences: whatever is in storage or in a policy, each one has a value that it may have."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.render import EXTENSION

VALUES = {
    "level": ["banner", "quiet", "look"],
    "actsOnSight": [False, True],
    "recheckDays": [0, 7, 30, 90],
    "keepsHistory": [False, True],
    "language": ["browser", "en"],
}
DEFAULTS = {
    "level": "banner",
    "actsOnSight": False,
    "recheckDays": 30,
    "keepsHistory": True,
    "language": "browser",
}
INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty"]
# What storage can hold and JSON cannot.
NO_JSON = ["undefined", "NaN", "new Date(0)", "new Map([['level', 'quiet']])", "[,]", "Object(1n)"]

_scalar = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)
_json = st.recursive(
    st.one_of(_scalar, st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner)),
    max_leaves=6,
)
_name = st.one_of(st.sampled_from([*VALUES, "welcome", *INHERITED]), st.text(max_size=4))
_value = st.one_of(st.sampled_from([v for values in VALUES.values() for v in values]), _json)
stored = st.one_of(_json, st.dictionaries(_name, _value, max_size=6))


def same(one, other):
    """As JavaScript has it: true is not 1, and 30.0 is 30."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def is_allowed(name, value):
    return any(same(value, allowed) for allowed in VALUES.get(name, []))


def merged(local, managed):
    """What mergePreferences must make of them."""
    local, managed = ({} if not isinstance(part, dict) else part for part in (local, managed))
    chosen = {name: value for name, value in local.items() if is_allowed(name, value)}
    locked = {name: value for name, value in managed.items() if is_allowed(name, value)}
    welcome = managed.get("welcome")
    heeded = [*locked, *(["welcome"] if isinstance(welcome, bool) else [])]
    return {
        "values": DEFAULTS | chosen | locked,
        "managed": [name for name in VALUES if name in locked],
        "ignored": {name for name in managed if name not in heeded},
        "welcomes": welcome is not False,
    }


@pytest.fixture(scope="module")
def evaluate(at_blank):
    """Evaluates an expression beside the shipped script."""
    source = (EXTENSION / "shared" / "preferences.js").read_text(encoding="utf-8")

    def answer(expression, *arguments):
        # As text: drivers do not agree on how to hand over a key such as "__proto__".
        texts = [json.dumps(argument) for argument in arguments]
        script = f"const given = [...arguments].map((text) => JSON.parse(text)); {source}"
        found = at_blank.execute_script(f"{script}\nreturn JSON.stringify({expression});", *texts)
        return json.loads(found)

    return answer


@given(local=stored, managed=stored)
@example(local={"level": "quiet", "recheckDays": 7}, managed={"level": "look"})
@example(local={"actsOnSight": 1, "keepsHistory": "false", "recheckDays": 31}, managed=None)
@example(local={"level": ["quiet"]}, managed={"level": {"toString": "quiet"}, "recheckDays": "7"})
@example(local={"__proto__": {"level": "look"}}, managed={"__proto__": {"welcome": False}})
@example(local=None, managed={"welcome": False, "welcomes": False})
@example(local=None, managed={"welcome": 0})
def test_whatever_is_stored_every_value_is_valid_and_a_policy_wins(evaluate, local, managed):
    found = evaluate("mergePreferences(...given)", local, managed)
    assert len(set(found["ignored"])) == len(found["ignored"])
    assert found | {"ignored": set(found["ignored"])} == merged(local, managed)


@pytest.mark.parametrize("local", NO_JSON)
@pytest.mark.parametrize("managed", NO_JSON)
def test_nothing_that_storage_can_hold_breaks_them(evaluate, local, managed):
    found = evaluate(f"mergePreferences({local}, {managed})")
    assert found["values"] == DEFAULTS
    assert found["managed"] == []
    assert found["welcomes"] is True


def test_these_are_all_the_values_there_are(evaluate):
    assert evaluate("PREFERENCE_VALUES") == VALUES


def test_the_defaults_cannot_be_changed(evaluate):
    change = "(() => { DEFAULT_PREFERENCES.level = 'look'; return DEFAULT_PREFERENCES; })()"
    assert evaluate(change) == DEFAULTS
