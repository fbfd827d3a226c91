"""What is said aloud: each outcome once, in one polite region, and never the same twice."""

import pytest

from tests.harness.looks import announced
from tests.harness.looks.gallery import Gallery
from tests.harness.looks.our_pages import SCENES
from tests.harness.words import message

# Of each event of a story, the headline that is said at it; where nothing new is said, none.
SAID = {
    "reloading": [None, "on", "saving", None, None, "proving"],
    "off": ["proving", "off"],
    "unproven": ["proving", "unproven"],
    "kept on, reverted": [None, "on", "saving", None, "kept_on"],
    "confirming": [None, "on", "saving", "confirming"],
    "cancelled": [None, "looking_asked", "cancelled"],
    "gave up": [None, "looking_asked", "unrecognised"],
    "locked": [None, "locked"],
}


def headlines(said):
    """Which of our headlines each announcement begins with."""
    by_text = {
        message(f"headline_{name}"): name for names in SAID.values() for name in names if name
    }
    return [
        [next((by_text[text] for text in by_text if one.startswith(text)), one) for one in texts]
        for texts in said
    ]


@pytest.fixture
def gallery(page, dist, browser_name):
    """The banner in whatever state is wanted, by the shipped scripts."""
    gallery = Gallery(page, dist / browser_name)
    gallery.open()
    return gallery


def test_the_banner_says_each_outcome_once(gallery):
    for name, expected in SAID.items():
        said = headlines(gallery.announce(name))
        assert said == [[one] if one else [] for one in expected], name
        assert announced.regions(gallery.driver) == 1, name


PANEL = """const state = (name, rest) =>
  ({ name, step: null, reason: null, tried: false, askedAt: null, onSight: null, ...rest });
const briefing = { level: 'banner', memory: null, main: true, place: null };
showState({ tab: { id: -1 }, briefing }, state(...arguments));"""


def test_the_panel_says_each_outcome_once(browser):
    SCENES["panel, nothing known"].open(browser)
    announced.listen(browser.driver)
    steps = [
        ("on", {}),
        ("turning-off", {"step": "saving"}),
        ("turning-off", {"step": "settling"}),
        ("turning-off", {"step": "proving"}),
        ("off", {}),
        ("off", {"asked": True}),
    ]
    said = []
    for step in steps:
        browser.driver.execute_script(PANEL, *step)
        said.append(announced.since(browser.driver))
    assert headlines(said) == [["on"], ["saving"], [], ["proving"], ["off"], []]
