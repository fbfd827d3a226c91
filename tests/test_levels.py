"""How much Offswitch does: chosen in the options, effective at once in open pages."""

from tests.harness import words
from tests.harness.outcome import (
    AI_SWITCH,
    assert_only_the_ai_switch_went_off,
    assert_untouched,
    saved_values,
)
from tests.harness.panel_screen import PanelScreen

LIST_PAGE = "/mypreferences/d/categories/privacy"


def choose(browser, **preferences):
    browser.put_in_storage("local", {"preferences": preferences})


def test_quiet_draws_nothing_and_the_panel_answers(page, browser, linkedin):
    choose(browser, level="quiet")
    page.open()
    page.wait_for_state("on")
    page.settle()
    assert page.overlay_nodes == 0
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    panel.wait_for_headline("off")
    page.wait_for_state("off")
    assert page.overlay_nodes == 0
    assert_only_the_ai_switch_went_off(linkedin)


def test_quiet_the_panel_takes_a_click_back_at_once(page, browser, linkedin):
    """Its button is no second click on the toolbar's, which within a second would be the same."""
    linkedin.page_options = linkedin.page_options.__class__(mount_after=4000)
    choose(browser, level="quiet")
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar()
    cancel = words.message("button_cancel")
    browser.panel().evaluate(
        f"""new Promise((pressed) => {{
          const button = document.getElementById('action');
          const press = () => button.textContent === '{cancel}' && pressed(button.click());
          new MutationObserver(press).observe(button, {{ childList: true }});
          press();
        }})"""
    )
    page.wait_for_state("on")
    page.settle()
    assert page.state == "on"
    assert_untouched(linkedin)


def test_quiet_marks_no_link_either(page, browser):
    page.open(LIST_PAGE)
    page.wait_for_ring()
    choose(browser, level="quiet")
    page.wait_until(lambda: page.ring is None, "end of the ring")
    page.open(LIST_PAGE)
    page.settle()
    assert page.overlay_nodes == 0


def test_a_level_is_effective_at_once_in_an_open_page(page, browser, linkedin):
    page.open()
    page.wait_for_banner("on")
    choose(browser, level="quiet")
    page.wait_until_no_banner()
    page.wait_until(lambda: page.overlay_nodes == 0, "nothing of ours in the page")
    choose(browser, level="look")
    assert words.message("button_turn_off") not in page.wait_for_banner("on").buttons
    choose(browser, level="banner")
    page.wait_until(
        lambda: words.message("button_turn_off") in page.wait_for_banner("on").buttons, "button"
    )
    assert_untouched(linkedin)


def test_look_only_clicks_nothing_and_says_whose_turn_it_is(page, browser, linkedin):
    choose(browser, level="look")
    page.open()
    banner = page.wait_for_banner("on")
    assert words.message("button_turn_off") not in banner.buttons
    assert banner.detail == words.message("detail_on_look").replace(
        "{setting}", "Data for Generative AI Improvement"
    )
    page.wait_for_ring()
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert panel.headline == words.message("headline_on")
    assert panel.action == ""
    page.settle()
    assert_untouched(linkedin)


def test_look_only_proves_what_the_member_turned_off(page, browser, linkedin):
    choose(browser, level="look")
    page.open()
    page.wait_for_state("on_look")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    assert linkedin.wait_for(lambda: not linkedin.settings[AI_SWITCH])
    page.click_toolbar()
    page.wait_for_state("off")
    assert saved_values(linkedin) == [(AI_SWITCH, False)]
    assert all(touch.trusted for touch in linkedin.touches), "the member's own click alone"


def test_a_click_that_waits_is_dropped_when_only_looking_is_chosen(page, browser, linkedin):
    linkedin.page_options = linkedin.page_options.__class__(mount_after=9000)
    page.open()
    page.wait_for_state("looking")
    page.click_toolbar()
    page.wait_for_state("looking_asked")
    choose(browser, level="look")
    page.wait_for_state("on_look")
    page.settle()
    assert_untouched(linkedin)


def test_a_wish_is_no_longer_done_once_only_looking_is_chosen(page, browser, linkedin):
    linkedin.document_delay = 2.0
    page.open("/feed/")
    page.click_toolbar()
    PanelScreen.wait_for(browser).press_action()
    page.wait_until(lambda: browser.extension_storage("session"), "wish that is kept")
    choose(browser, level="look")
    page.wait_for_state("on_look")
    page.settle()
    assert page.state == "on_look"
    assert_untouched(linkedin)


def test_look_only_leads_from_elsewhere_to_the_setting_and_no_further(page, browser, linkedin):
    choose(browser, level="look")
    page.open("/feed/")
    page.click_toolbar()
    panel = PanelScreen.wait_for(browser)
    assert panel.action == words.message("button_open")
    panel.press_action()
    page.wait_for_state("on_look")
    page.settle()
    assert_untouched(linkedin)
