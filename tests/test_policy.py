"""An organisation's policy: real policy files, in both browsers."""

import json
from contextlib import contextmanager

import pytest

from builder.render import load_scripts
from tests.harness import words
from tests.harness.browsers import FIRST_PAGE, Policy, launch
from tests.harness.enterprise import examples, preferences_in
from tests.harness.options_page import NAMES, OptionsPage
from tests.test_preferences import DEFAULTS


@pytest.fixture
def under_policy(browser_name, dist, linkedin, tmp_path):
    """Starts a browser where an organisation sets these, and opens the options there."""

    @contextmanager
    def start(preferences, *, first_page):
        _, file = examples(browser_name)
        place = preferences_in(file)
        place.clear()
        place.update(preferences)
        policy = Policy(json.dumps(file), tmp_path)
        package = dist / browser_name
        with launch(
            browser_name,
            package=package,
            proxy=linkedin.port,
            policy=policy,
            first_page=first_page,
        ) as browser:
            options = OptionsPage(browser)
            options.open()
            yield options
            assert browser.extension_errors() == []

    return start


def example(browser_name):
    """What the example of docs/enterprise.md sets."""
    return dict(preferences_in(examples(browser_name)[1]))


def test_what_the_example_sets_is_locked(under_policy, browser_name):
    shown = {name: value for name, value in example(browser_name).items() if name != "welcome"}
    with under_policy(shown, first_page=FIRST_PAGE) as options:
        options.wait_for(**shown)
        assert options.locked() == list(NAMES)
        assert words.message("options_organised") in options.text()
        options.reset()
        options.wait_for_status("choice_saved")
        assert options.values() == shown
        assert options.evaluate("savePreference('level', 'look')") is False
        assert "preferences" not in options.stored()


def test_where_a_policy_says_so_no_welcome_page_is_left_open(under_policy):
    with under_policy({"welcome": False, "recheckDays": 90}, first_page=None) as options:
        options.wait_for(recheckDays=90)
        options.wait_until_closed(FIRST_PAGE)


def test_what_a_policy_leaves_out_stays_the_members(under_policy):
    with under_policy({"actsOnSight": True}, first_page=FIRST_PAGE) as options:
        options.wait_for(actsOnSight=True)
        assert options.values() == DEFAULTS | {"actsOnSight": True}
        assert options.locked() == ["actsOnSight"]
        options.choose_level("quiet")
        options.wait_for_status("choice_saved")
        options.open()
        assert options.values() == DEFAULTS | {"actsOnSight": True, "level": "quiet"}
        assert "ignored" not in options.text()


MALFORMED = {"level": "loud", "actsOnSight": "yes", "recheckDays": 8, "colour": "blue"}


def test_a_malformed_entry_is_ignored_with_a_note_and_the_others_count(under_policy):
    with under_policy({**MALFORMED, "keepsHistory": False}, first_page=FIRST_PAGE) as options:
        options.wait_for(keepsHistory=False)
        assert options.values() == DEFAULTS | {"keepsHistory": False}
        assert options.locked() == ["keepsHistory"]
        named = [] if options.browser.checks_policies else sorted(MALFORMED)
        assert options.ignored() == named


# The background, with a browser that notes which tabs it is asked for and answers the rest anyhow.
INSTALLED = """
const [source, reason, policy] = arguments;
const any = new Proxy(() => {}, {
  get: (_, key) => (key === 'then' ? undefined : any),
  apply: () => any,
});
const opened = [];
const installed = [];
const area = (kept) => ({ get: async () => kept, set: async () => {}, onChanged: any });
const but = (own) => new Proxy(own, { get: (_, key) => own[key] ?? any });
const browser = but({
  runtime: but({ onInstalled: { addListener: (listener) => installed.push(listener) } }),
  storage: but({ local: area({}), managed: area(policy) }),
  tabs: but({ create: ({ url }) => opened.push(url) }),
});
new Function('browser', 'addEventListener', source)(browser, () => {});
return Promise.all(installed.map((listener) => listener({ reason }))).then(() => opened);
"""


@pytest.mark.parametrize(
    ("reason", "policy", "opened"),
    [
        ("install", {}, [f"/{FIRST_PAGE}"]),
        ("install", {"welcome": True}, [f"/{FIRST_PAGE}"]),
        ("install", {"welcome": 0}, [f"/{FIRST_PAGE}"]),
        ("install", {"welcome": False}, []),
        ("update", {}, []),
        ("browser_update", {}, []),
    ],
)
def test_the_welcome_page_opens_after_an_installation_only(
    running_browser, dist, browser_name, reason, policy, opened
):
    package = dist / browser_name
    scripts = load_scripts().background
    source = "\n".join((package / script).read_text(encoding="utf-8") for script in scripts)
    running_browser.driver.get("about:blank")
    assert running_browser.driver.execute_script(INSTALLED, source, reason, policy) == opened
