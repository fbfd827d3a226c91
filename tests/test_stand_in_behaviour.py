"""The stand-in's pages misbehave in the browser as their options promise; nothing of ours acts."""

import pytest

from tests.harness.linkedin import PageOptions
from tests.harness.linkedin.routes import PATH_OF
from tests.harness.outcome import saved_values

KEY = "allowDataForGenerativeAI"
FOREIGN_NODE = "document.documentElement.append(document.createElement('x-y'))"
NODES = "return document.documentElement.children.length"
CLICK = "document.querySelector('[role=switch]').click()"
FLIP = """
  const [key] = arguments;
  document.querySelector(`[aria-labelledby=${key}], #${key}[role=switch]`).click()"""
HEARD = """
  const heard = window.heard = new Set();
  const types = ['click', 'keydown', 'change', 'input', 'pointerdown', 'mousedown', 'pageshow',
    'prerenderingchange', 'popstate', 'message', 'load', 'visibilitychange', 'focus'];
  for (const type of types) addEventListener(type, () => heard.add(type), true);
  return types.length"""


@pytest.fixture
def script(page):
    """Runs a script in the page's own world."""
    return page.browser.driver.execute_script


def test_the_page_turns_it_on_again_after_the_save(page, linkedin):
    linkedin.page_options = PageOptions(flip_back_after_save=100)
    page.open()
    page.flip_switch_by_hand()
    assert linkedin.wait_for(lambda: len(linkedin.saves) == 2)
    assert saved_values(linkedin) == [(KEY, False), (KEY, True)]


@pytest.mark.parametrize("replaces", [True, False])
def test_the_page_draws_the_row_anew_after_the_save(page, linkedin, script, replaces):
    linkedin.page_options = PageOptions(replace_node_after_save=replaces)
    page.open()
    script("window.before = document.querySelector('[role=switch]')")
    page.flip_switch_by_hand()
    assert linkedin.wait_for(lambda: linkedin.saves)
    if replaces:
        page.wait_until(lambda: not script("return before.isConnected"), "a new node")
    page.settle()
    assert script("return before.isConnected") is not replaces
    assert script("return document.querySelector('[role=switch]').checked") is False


def test_the_page_leaves_after_a_click(page, linkedin, script):
    linkedin.page_options = PageOptions(leaves_after_click=100)
    page.open()
    page.flip_switch_by_hand()
    page.wait_until(lambda: script("return location.pathname") == "/feed/", "the feed")


@pytest.mark.parametrize("mischief", ["removes-nodes", ""])
def test_the_page_removes_foreign_nodes(page, linkedin, script, mischief):
    linkedin.page_options = PageOptions(mischief=mischief)
    linkedin.settings[KEY] = False
    page.open()
    script(FOREIGN_NODE)
    assert script(NODES) == (2 if mischief else 3)


@pytest.mark.parametrize(("mischief", "saves"), [("replays-clicks", [False, True]), ("", [False])])
def test_the_page_replays_the_clicks_of_scripts(page, linkedin, script, mischief, saves):
    linkedin.page_options = PageOptions(mischief=mischief)
    page.open()
    script(CLICK)
    assert linkedin.wait_for(lambda: len(linkedin.saves) == len(saves))
    page.settle()
    assert [save.value for save in linkedin.saves] == saves


def test_the_page_replays_no_click_of_its_member(page, linkedin):
    linkedin.page_options = PageOptions(mischief="replays-clicks")
    page.open()
    page.flip_switch_by_hand()
    assert linkedin.wait_for(lambda: linkedin.saves)
    page.settle()
    assert saved_values(linkedin) == [(KEY, False)]


def test_the_page_fakes_events_and_touches_no_setting(page, linkedin, script):
    linkedin.page_options = PageOptions(mischief="fakes-events")
    page.open()
    types = script(HEARD)
    page.wait_until(lambda: script("return heard.size") == types, "every fake event")
    assert linkedin.saves == []


def test_offline_no_save_arrives_and_the_page_flips_back(page, linkedin, script):
    page.open()
    linkedin.offline = True
    script(CLICK)
    page.wait_until(
        lambda: script("return document.querySelector('[role=switch]').checked"), "the flip back"
    )
    assert linkedin.saves == []


def test_every_setting_is_turned_and_saved_on_its_page(page, linkedin, script):
    linkedin.language_at[PATH_OF["allowAdsByAge"]] = "ar"
    for number, (key, path) in enumerate(PATH_OF.items(), 1):
        page.open(path)
        script(FLIP, key)
        assert linkedin.wait_for(lambda number=number: len(linkedin.saves) == number)
    assert linkedin.wait_for(lambda: len(linkedin.touches) == len(PATH_OF))
    assert [touch.setting for touch in linkedin.touches] == list(PATH_OF)
    assert saved_values(linkedin) == [(key, False) for key in PATH_OF]
    assert not any(linkedin.settings.values())
