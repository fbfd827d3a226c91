"""What a screen reader is told of banner and panel in each state: role and name, line by line.

Words of ours stand there by the keys of their messages. Besides these, the table of the banner has
its region; the table of the panel its subject and the links at its end.
"""

from textwrap import dedent, indent

import pytest
from selenium.common import TimeoutException

from tests.harness.browsers import until
from tests.harness.fresh import begin_anew
from tests.harness.looks.gallery import Gallery
from tests.harness.looks.our_pages import SCENES
from tests.harness.looks.told import told
from tests.harness.words import message

BANNER = {
    "on": """
        status
          headline_on
          detail_on
        read_at
        button button_turn_off
        button button_not_now
    """,
    "saving": """
        status
          headline_saving
          detail_saving
        button button_close
    """,
    "proving": """
        status
          headline_proving
          detail_proving
        button button_close
    """,
    "off": """
        status
          headline_off
          detail_off
        read_at
        button button_close
    """,
    "unproven": """
        status
          headline_unproven
          detail_unproven
        read_at
        button button_check
        button button_close
    """,
    "kept on, refused": """
        status
          headline_kept_on
          detail_kept_on_refused
          by_hand_short
        read_at
        button button_try_again
        button button_copy_report
        button button_not_now
    """,
    "locked": """
        status
          headline_locked
          detail_locked
        read_at
        button button_copy_report
        button button_close
    """,
    "looking, asked": """
        status
          headline_looking_asked
          detail_looking_asked
        button button_cancel
    """,
    "cancelled": """
        status
          headline_cancelled
          detail_cancelled
        button button_close
    """,
    "confirming": """
        status
          headline_confirming
          detail_confirming
        button button_close
    """,
    "unrecognised": """
        status
          headline_unrecognised
          detail_unrecognised
        button button_close
    """,
    "unavailable": """
        status
          headline_unavailable
          detail_unavailable
        button button_close
    """,
    "on, in a pass": """
        status
          headline_on
          detail_on
          pass_step
        read_at
        button button_turn_off
        button button_pause
        button button_not_now
    """,
    "on, looking only": """
        status
          headline_on
          detail_on_look
        read_at
        button button_not_now
    """,
    "on, off before": """
        status
          headline_on
          detail_on_changed_back
        read_at
        button button_turn_off
        button button_not_now
    """,
    "saving on sight": """
        status
          headline_saving
          detail_saving
          on_sight_member
        button button_close
    """,
}

PANEL = {
    "panel, nothing known": """
        status
          heading headline_elsewhere
          detail_elsewhere
        button button_turn_off_ai
    """,
    "panel, last read off": """
        status
          heading headline_last_off
          detail_last_off
          reminder
        button button_check
    """,
    "panel, off": """
        status
          heading headline_off
          detail_off
        button button_check
    """,
    "panel, on again": """
        status
          heading headline_on
          detail_on_changed_back
        button button_turn_off_ai
        changed_back
        button button_other_account
    """,
    "panel, on sight": """
        status
          heading headline_saving
          detail_saving
          on_sight_member
    """,
    "panel, unavailable": """
        status
          heading headline_unavailable
          detail_unavailable
        button button_check
        region by_hand_title
          heading by_hand_title
          list
            listitem
              by_hand_picture
            listitem
              by_hand_settings
            listitem
              by_hand_settings
            listitem
              by_hand_setting
    """,
}

LINKS = """  list
    listitem
      link link_review
    listitem
      link link_history
    listitem
      link link_options"""


def below(first, lines):
    return first + "\n" + indent(dedent(lines).strip(), "  ")


def wait_until_told(browser, role, name, tree, language="en"):
    """One browser brings its tree up to date a moment after the page."""
    latest = []

    def is_told():
        latest[:] = [told(browser, role, name, language)]
        return latest == [tree]

    try:
        until(is_told, "tree")
    except TimeoutException:
        assert latest == [tree]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_banner_is_told_as_a_named_region(page, dist, browser_name, language):
    gallery = Gallery(page, dist / browser_name)
    gallery.open(language)
    for name, lines in BANNER.items():
        gallery.show(name)
        tree = below("region name", lines)
        wait_until_told(page.browser, "region", message("name"), tree, language)


@pytest.mark.parametrize("name", PANEL)
def test_the_panel_is_told(browser, name):
    SCENES[name].open(browser)
    tree = "\n".join([below("main", "subject"), below("", PANEL[name]).strip("\n"), LINKS])
    wait_until_told(browser, "main", "", tree)


def test_the_tree_stays_while_the_browser_collects_garbage(browser):
    """One browser's accessibility service ends with its last reference, and all trees with it."""
    SCENES["panel, off"].open(browser)
    told(browser, "main")
    for _ in range(10):
        browser.collect_garbage()
        assert browser.accessibility_tree().find("main", "")


def test_the_tests_that_come_after_do_not_pay_for_trees(browser, linkedin):
    """With them a page whose label has a million letters takes one browser six times as long."""
    SCENES["panel, off"].open(browser)
    told(browser, "main")
    begin_anew(browser, linkedin)
    until(lambda: not browser.accessibility_runs, "end of the accessibility service")
    SCENES["panel, off"].open(browser)
    assert told(browser, "main")
