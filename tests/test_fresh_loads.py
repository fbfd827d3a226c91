"""Only a page freshly loaded from LinkedIn can show that it is off. Everything else may be old.

Further ways to come to an old page: OLD_PAGES of tests/truth/failures.py.
"""

import pytest

from tests.harness.linkedin import SaveScenario
from tests.harness.outcome import assert_untouched

KEY = "allowDataForGenerativeAI"
OTHER_PAGE = "/mypreferences/d/dark-mode"


@pytest.fixture(autouse=True)
def clean_browser(page):
    """No cache and no service worker is left to the next test."""
    yield
    page.forget_site()


@pytest.fixture
def off_page(page, linkedin):
    """The setting's page, freshly loaded and off."""
    linkedin.settings[KEY] = False
    page.open()
    page.wait_for_state("off")
    return page


def test_flipped_by_hand_is_not_off_yet(page, linkedin):
    page.open()
    page.wait_for_state("on")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    page.wait_until_no_banner()
    page.click_toolbar()
    page.wait_for_state("off")
    assert [save.value for save in linkedin.saves] == [False]


def test_flipped_on_by_hand_is_on_again(off_page, linkedin):
    off_page.flip_switch_by_hand()
    off_page.wait_for_state("on")
    assert linkedin.wait_for(lambda: [save.value for save in linkedin.saves] == [True])


def test_a_plain_reload_never_claims_off(off_page):
    off_page.reload_plainly()
    off_page.wait_for_state("unproven")
    off_page.click_toolbar()
    off_page.wait_for_state("off")


def test_a_restored_control_never_claims_off(page, linkedin):
    """Firefox restores form controls on a plain reload: it reads off where LinkedIn has it on."""
    linkedin.cache_control = "no-cache"
    page.open()
    page.wait_for_state("on")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    linkedin.settings[KEY] = True
    page.reload_plainly()
    page.wait_for_state("on", "unproven")
    page.settle()
    assert "off" not in page.states


def test_a_page_from_a_service_worker_never_claims_off(page, linkedin):
    linkedin.service_worker = True
    linkedin.settings[KEY] = False
    page.open()
    page.wait_for_service_worker()
    page.open()
    page.open("/feed/")
    linkedin.settings[KEY] = True
    page.states.clear()
    page.open()
    page.wait_for_state("unproven")
    page.settle()
    assert "off" not in page.states
    page.click_toolbar()
    page.wait_for_state("on")


def test_a_restored_tab_with_a_flipped_switch_never_claims_off(page, browser, linkedin):
    linkedin.cache_control = "no-cache"
    page.open()
    page.wait_for_state("on")
    page.flip_switch_by_hand()
    page.wait_for_state("unproven")
    linkedin.settings[KEY] = True
    page.states.clear()
    browser.restore_tab()
    page.wait_for_state("unproven", "on")
    page.settle()
    assert "off" not in page.states


def test_a_members_reload_that_overtakes_the_proof_load_never_claims_off(page, linkedin):
    linkedin.cache_control = "no-cache"
    linkedin.save = SaveScenario(stored=False)
    page.open()
    page.wait_for_state("on")
    linkedin.document_delay = 1.0  # while it lasts the old page is still there, and can be reloaded
    page.browser.driver.execute_script(
        """document.querySelector('[role=switch]').addEventListener('change',
             () => setTimeout(() => location.reload(), 1500));"""
    )
    page.click_toolbar()
    page.wait_for_state("kept_on", "unproven", "on")
    page.settle()
    assert "off" not in page.states


def test_a_prerendered_page_says_nothing_until_it_is_shown(page, linkedin):
    """Where the browser prerenders at all: the feed must not wear our badge."""
    linkedin.speculation = "prerender"
    linkedin.settings[KEY] = False
    page.open("/feed/")
    linkedin.wait_for(lambda: any(r.path == page.address for r in linkedin.requests), 3)
    page.settle()
    assert page.states == ["elsewhere"]
    assert page.overlay_nodes == 0
    page.browser.driver.execute_script("location.href = arguments[0]", page.address)
    page.wait_for_state("unproven", "off")
    prerendered = "return performance.getEntriesByType('navigation')[0].activationStart > 0"
    if page.browser.driver.execute_script(prerendered):
        assert page.state == "unproven"


def test_a_switch_whose_markup_disagrees_never_claims_off(page, linkedin):
    linkedin.page = "keyed-disagreeing"
    page.open()
    page.wait_for_state("unproven")
    page.settle()
    assert "off" not in page.states
    assert_untouched(linkedin)
