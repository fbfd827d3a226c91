"""What is kept in the extension's storage from anywhere to off: what PRIVACY.md names."""

import re

from builder.bad_input import ROOT
from tests.harness.panel_screen import PanelScreen
from tests.markdown import chapter, read, rows

AREAS = ("local", "session")
# (area, name), where a name that ends with a colon goes on with a date or a tab's number.
NAMED = {
    (area, name)
    for cells in rows(chapter(read(ROOT / "PRIVACY.md"), "What is kept"))
    for area, name in [re.findall(r"`(?:storage\.)?([^`]+)`", " ".join(cells[:2]))]
}


def kept(browser) -> set[tuple[str, str]]:
    """The area and name of each thing in storage."""
    keys = [(area, key) for area in AREAS for key in browser.extension_storage(area)]
    return {(area, re.sub(r":.*", ":", key)) for area, key in keys}


def test_a_journey_keeps_what_privacy_names_and_no_more(page, browser, linkedin):
    page.open("/feed/")
    linkedin.document_delay = 2.0
    page.click_toolbar()
    PanelScreen.wait_for(browser).press_action()
    page.wait_until(lambda: ("session", "due:") in kept(browser), "what the load is for")
    on_the_way = kept(browser)
    page.wait_for_state("off")
    page.wait_until(lambda: ("local", "record") in kept(browser), "history")
    assert on_the_way | kept(browser) <= NAMED
