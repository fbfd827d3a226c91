"""Where the keyboard is can be seen: on every part of every page of ours, and in the banner."""

import pytest

from tests.harness.looks import focus
from tests.harness.looks.gallery import Gallery
from tests.harness.looks.our_pages import SCENES

# WCAG 2.2, 1.4.11 and 2.4.13: as strong as that, and as wide (CSS pixels).
CONTRAST, WIDTH = 3, 2

LOOKS = {"light": {}, "dark": {"dark": True}, "forced colours": {"forced_colors": True}}
PAGES = ["welcome", "options", "history, set aside", "rights, sent", "review", "review, under way"]
PAGES += ["review, report", "panel, kept on", "panel, on again"]
STATES = ["on", "kept on, cut", "on, in a pass"]


def faint(tried):
    assert tried, "nothing takes the focus there"
    return [one for one in tried if one[1] < WIDTH or one[2] < CONTRAST]


@pytest.mark.parametrize("name", PAGES)
def test_on_our_pages(browser, name):
    SCENES[name].open(browser)
    for look, wishes in LOOKS.items():
        browser.show_as(**wishes)
        assert faint(focus.try_each(browser.driver)) == [], look


def test_in_the_banner(page, dist, browser_name):
    gallery = Gallery(page, dist / browser_name)
    gallery.open()
    for look, wishes in LOOKS.items():
        page.browser.show_as(**wishes)
        for name in STATES:
            gallery.show(name)
            tried = focus.try_each(gallery.driver, gallery.host.shadow_root)
            assert len(tried) == len(gallery.buttons) + 1, "the buttons, and what is told"
            assert faint(tried) == [], (look, name)
