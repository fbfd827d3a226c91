"""What a tab is due is handed out to one page, and once more only to the hello that asked before.

Run by a real browser on a made-up `storage.session`, because no test can stop a background between
its two lines. With the real one: `test_pass.py`, ended at any step.
"""

import json
from typing import Any

import pytest

from builder.render import EXTENSION

SCRIPTS = ("shared/queue-steps.js", "shared/read-due.js", "background/due.js")
SETTING, OTHER = "ai-training", "ads-by-age"
TAB = 7
# A tab is due something; then pages say hello, one after the other.
PLAY = """
const [task, hellos] = JSON.parse(arguments[0]);
const kept = {};
const browser = {storage: {session: {
  get: async (key) => (key === undefined ? {...kept} : key in kept ? {[key]: kept[key]} : {}),
  set: async (items) => void Object.assign(kept, items),
  remove: async (key) => void delete kept[key],
}}};
return (async () => {
  await keepDue(TAB, makeDue(task, SETTING));
  const told = [];
  for (const hello of hellos) {
    const due = await takeDue(TAB, hello);
    told.push([due && due.task, (await readDue(TAB)) !== null, tabsDue(kept).includes(TAB)]);
  }
  return JSON.stringify(told);
})();
"""


@pytest.fixture(scope="module")
def run(at_blank):
    """What was handed out to each hello, and whether the tab was still due something after it."""
    source = "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in SCRIPTS)
    source += f"const TAB = {TAB}, SETTING = {SETTING!r};\n"

    def run_it(task: str, *hellos: dict) -> Any:
        return json.loads(at_blank.execute_script(source + PLAY, json.dumps([task, hellos])))

    return run_it


def hello(name: str, arrival: str = "load", setting: str = SETTING) -> dict:
    """As a page says it."""
    return {"type": "hello", "id": name, "arrival": arrival, "settings": [setting], "status": 200}


DONE = [None, False, False]
LATER = [None, True, True]


@pytest.mark.parametrize(
    ("task", "arrival"), [("turn-off", "load"), ("show", "load"), ("prove", "reload")]
)
def test_the_same_hello_gets_the_same_again(run, task, arrival):
    once = hello("a", arrival)
    assert run(task, once, once, once) == [[task, False, False]] * 3


@pytest.mark.parametrize(
    ("task", "arrival"), [("turn-off", "load"), ("show", "load"), ("prove", "reload")]
)
def test_another_page_gets_nothing_of_it(run, task, arrival):
    first, second = hello("a", arrival), hello("b", arrival)
    handed = [task, False, False]
    assert run(task, first, second) == [handed, DONE]
    assert run(task, first, second, first) == [handed, DONE, DONE], "nor the first one after it"


def test_a_wish_waits_while_linkedin_shows_another_page(run):
    assert run("turn-off", hello("a", setting=OTHER), hello("b")) == [
        LATER,
        ["turn-off", False, False],
    ]


def test_only_a_reload_is_the_proof_load(run):
    assert run("prove", hello("a"), hello("a", "reload")) == [DONE, DONE]
    assert run("prove", hello("a", "reload", OTHER)) == [DONE]


def test_a_wish_that_nobody_waits_for_any_more_keeps_nobody_listening(at_blank):
    source = (EXTENSION / "shared/read-due.js").read_text(encoding="utf-8")
    ages = {"due:1": 9, "due:2": 11}
    aged = "const kept = (age) => ({ handedTo: null, at: Date.now() - age * 60_000 });"
    entries = ", ".join(f"'{key}': kept({age})" for key, age in ages.items())
    assert at_blank.execute_script(f"{source}{aged} return tabsDue({{{entries}}})") == [1]
