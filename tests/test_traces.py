"""What a page finds when it looks for an extension in the ways that LinkedIn is reported to.

The same page stands at an address where no script of ours runs; whatever differs is of our making.
"""

import re

import pytest

from tests.harness.linkedin import PageOptions
from tests.harness.probes import probe

AWAY = "/feed/away"
LIST = "/mypreferences/d/categories/privacy"
# One element before <body>: a random name, no attribute, nothing in it that the page can see.
HOST = re.compile(r"X[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
OURS = re.compile(r"extension:|offswitch|content/main", re.IGNORECASE)


@pytest.fixture(autouse=True)
def no_policy(page, linkedin):
    """A page's policy would forbid the looking; and what the site kept goes again."""
    linkedin.content_policy = ""
    yield
    page.browser.driver.execute_script("sessionStorage.clear()")


def on(page):
    page.open()
    page.wait_for_banner("on")
    page.wait_for_ring()


def off(page):
    on(page)
    page.press_banner_button("Turn off")
    page.wait_for_state("off")
    page.wait_for_banner("off")


def on_the_list(page):
    page.open(LIST)
    page.wait_for_ring()


def locked(page):
    page.linkedin.page_options = PageOptions(disabled=True)
    page.open()
    page.wait_for_banner("locked")


@pytest.mark.parametrize("arrive", [on, off, locked, on_the_list])
def test_a_page_finds_one_nameless_element_and_nothing_else(page, linkedin, arrive):
    arrive(page)
    driver = page.browser.driver
    with_us = probe(driver, "describe")
    linkedin.page_at[AWAY] = linkedin.page_for(driver.current_url.partition(".com")[2])
    page.open(AWAY)
    without_us = probe(driver, "describe")
    [host] = [one for one in with_us["foreign"] if one not in without_us["foreign"]]
    assert HOST.fullmatch(host)
    with_us["foreign"].remove(host)
    if arrive is off:  # the focus goes back to the banner that had it: the page sees which node
        assert with_us["focus"][0] == host
        with_us["focus"][0] = "BODY"
    assert with_us == without_us
    assert not OURS.search(str(without_us))


def test_no_file_of_ours_can_be_asked_for(page, dist, browser_name):
    package = dist / browser_name
    files = [file.relative_to(package).as_posix() for file in package.rglob("*.*")]
    page.open()
    page.wait_for_state("on")
    ours = [page.browser.extension_url(path) for path in files]
    assert len(ours) > 100
    there = page.linkedin.url("/static/settings-app.css")
    assert probe(page.browser.driver, "reach", [*ours, there]) == [there]
    page.linkedin.take_uninvited()  # the page's own asking, for what is there


def test_a_page_hears_a_scripts_click_and_not_whose(page):
    on(page)
    probe(page.browser.driver, "listen")
    page.click_toolbar()
    page.wait_for_state("off")
    heard = probe(page.browser.driver, "heard")
    assert [event[:2] for event in heard] == [
        ["click", "false"],
        ["input", "true"],
        ["change", "true"],
    ]
    assert all("note" in stack for event in heard for stack in event[2:])
    assert not OURS.search(str(heard))


def test_a_page_sees_none_of_its_own_nodes_change(page):
    """The ring follows, the banner goes and comes: all of that is ours alone."""
    driver = page.browser.driver
    on(page)
    probe(driver, "observe")
    size = driver.get_window_size()
    try:
        driver.set_window_size(700, 700)
        page.wait_until(lambda: driver.execute_script("return innerWidth") <= 700, "narrow page")
        page.press_banner_button("Not now")
        page.wait_until_no_banner()
    finally:
        driver.set_window_size(size["width"], size["height"])
    page.settle()
    changes = [change for change in probe(driver, "observed") if change[2:] != ["SCRIPT"]]
    assert [(where, what) for where, what, *_ in changes if where != "HTML"] == []
    assert all(HOST.fullmatch(node) for change in changes for node in change[2:])
