"""Where Offswitch has nothing to say it says nothing, and touches nothing."""

import pytest

from tests.harness import words
from tests.harness.linkedin import PageOptions
from tests.harness.outcome import assert_untouched
from tests.truth.forms import DEAD_ENDS

NO_SCRIPT = [
    "/feed/",
    "/feed/mypreferences/d/settings/data-for-ai-improvement",
    "/feed/framing/",
    "/in/someone/?x=/mypreferences/d/settings/data-for-ai-improvement",
    "/mypreferences/x/settings/data-for-ai-improvement",
    "/login",
    "/uas/login",
    "/checkpoint/challenge/",
    "/mypreferences/g/guest-cookies",
]
OTHER_SETTINGS = [
    "/mypreferences/d/settings/data-for-ai-improvement-faq",
    "/mypreferences/d/settings/linkedin-promotions",
    "/mypreferences/d/settings/policy-and-academic-research",
    "/mypreferences/d/dark-mode",
    "/mypreferences/d/member-cookies",
]


@pytest.mark.parametrize("path", NO_SCRIPT + OTHER_SETTINGS)
def test_on_any_other_page_there_is_no_claim(page, linkedin, path):
    page.open(path)
    panel = page.open_panel()
    assert words.message("headline_elsewhere") in panel.evaluate("document.body.innerText")
    panel.close()
    assert (page.state, page.badge) == ("elsewhere", "")
    assert page.overlay_nodes == 0
    assert_untouched(linkedin)


def test_on_the_list_of_settings_the_ring_marks_the_link(page, linkedin):
    page.open("/mypreferences/d/categories/privacy")
    link = 'a[href="/mypreferences/d/settings/data-for-ai-improvement"]'
    ring = page.wait_for_ring()
    assert ring.surrounds(page.box_of(link))
    assert page.banner is None
    assert (page.state, page.badge) == ("elsewhere", "")
    assert_untouched(linkedin)


def test_a_switch_that_is_not_certain_is_never_clicked(page, linkedin):
    """All at once, each in its tab: patience takes 15 s."""
    tabs = {}
    for form in DEAD_ENDS:
        linkedin.page, linkedin.page_options = form.page, form.options
        tabs[page.open_in_new_tab()] = form
        page.wait_for_state("looking")
        page.click_toolbar()
        page.wait_for_state("looking_asked")
    for tab, form in tabs.items():
        page.go_to_tab(tab)
        page.wait_for_state(form.dead_end)
        assert page.wait_for_banner(form.dead_end).detail == words.message("detail_gave_up")
        assert page.ring is None
    assert_untouched(linkedin)


def test_a_page_that_is_half_drawn_is_not_taken_for_whole(page, linkedin):
    """The first of two un-keyed switches is for a moment the only one, and a click waits for it."""
    linkedin.page = "css-modules"
    linkedin.page_options = PageOptions(mount_after=8000)
    page.open()
    page.wait_for_state("looking")
    page.browser.driver.execute_script(
        """new MutationObserver((_, observer) => {
             const first = document.querySelector('#main [role=switch]');
             if (!first) return;
             observer.disconnect();
             const row = first.closest('li, div, label').parentElement;
             setTimeout(() => row.after(row.cloneNode(true)), 300);
           }).observe(document, {childList: true, subtree: true});"""
    )
    page.click_toolbar()
    both = "return document.querySelectorAll('#main [role=switch]').length === 2"
    page.wait_until(lambda: page.browser.driver.execute_script(both), "two switches")
    page.settle()
    assert page.state == "looking_asked"
    assert_untouched(linkedin)


def test_a_complete_page_without_the_switch_is_told_in_the_panel_only(page, linkedin):
    linkedin.page = "setting-missing"
    page.open()
    page.wait_for_state("unavailable")
    assert page.overlay_nodes == 0
    text = page.open_panel().evaluate("document.body.innerText")
    assert words.message("headline_unavailable") in text
    assert words.message("by_hand_title") in text
    assert_untouched(linkedin)


def test_where_linkedin_leads_elsewhere_nothing_is_claimed(page, linkedin):
    linkedin.redirect = {page.address: "/mypreferences/d/categories/account"}
    page.open()
    panel = page.open_panel()
    assert words.message("headline_elsewhere") in panel.evaluate("document.body.innerText")
    assert (page.state, page.badge) == ("elsewhere", "")


def test_the_banner_comes_late_where_the_switch_does(page, linkedin):
    linkedin.page_options = PageOptions(mount_after=6000)
    page.open()
    page.wait_for_state("looking")
    assert page.banner is None
    page.wait_for_banner("on")
