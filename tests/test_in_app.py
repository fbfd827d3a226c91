"""LinkedIn changes its address without a load: the banner comes and goes, and never for another."""

import pytest
from selenium.webdriver.common.by import By

from tests.harness.history import entries
from tests.harness.linkedin import PageOptions
from tests.harness.outcome import AI_SWITCH, assert_only_the_ai_switch_went_off, assert_untouched

LIST = "/mypreferences/d/categories/privacy"
RESEARCH = "/mypreferences/d/settings/policy-and-academic-research"


@pytest.fixture
def app(page, linkedin):
    """LinkedIn's app, at its list of settings."""
    linkedin.page = "spa"
    page.open(LIST)
    page.wait_for_ring()
    return page


def follow(page, path):
    """Click LinkedIn's own link."""
    page.wait_until(lambda: page.browser.driver.find_elements(By.CSS_SELECTOR, link(path)), path)
    page.browser.driver.find_element(By.CSS_SELECTOR, link(path)).click()


def link(path):
    return f'a[href="{path}"]'


def test_the_banner_comes_and_goes_with_the_address(app):
    follow(app, app.address)
    app.wait_for_banner("on")
    app.browser.driver.back()
    app.wait_for_state("elsewhere")
    app.wait_until_no_banner()
    app.browser.driver.forward()
    app.wait_for_banner("on")
    app.wait_for_state("on")


def test_arriving_in_the_app_it_is_turned_off_and_proven(app, linkedin):
    follow(app, app.address)
    app.wait_for_state("on")
    app.click_toolbar()
    app.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)


def test_arriving_in_the_app_off_is_not_proven(app, linkedin):
    linkedin.settings["allowDataForGenerativeAI"] = False
    follow(app, app.address)
    app.wait_for_state("unproven")
    app.settle()
    assert "off" not in app.states
    assert_untouched(linkedin)


def test_a_click_on_another_settings_switch_is_not_taken_for_one_on_ours(app, linkedin):
    """What the member did there makes that switch read as ours does."""
    linkedin.settings[AI_SWITCH] = False
    follow(app, RESEARCH)
    app.wait_until(lambda: entries(app.browser), "a reading of it")
    app.flip_switch_by_hand()
    assert linkedin.wait_for(lambda: linkedin.saves)
    app.browser.driver.back()
    follow(app, app.address)
    app.wait_for_state("unproven")
    app.settle()
    told = {one["by"] for one in entries(app.browser) if one["setting"] == AI_SWITCH}
    assert told == {"linkedin-page"}


@pytest.mark.parametrize("keyed", [True, False])
def test_the_switch_of_the_page_before_is_never_clicked(page, linkedin, keyed):
    """The address changes first; for 4 s the research switch, un-keyed, still stands there.

    Its heading is in a language whose names are not known, so that no word gives it away.
    """
    linkedin.page = "spa"
    linkedin.page_options = PageOptions(stale_for=4000, keyed=keyed)
    page.open(RESEARCH)
    page.wait_until(lambda: page.browser.driver.find_elements(By.CSS_SELECTOR, "[role=switch]"), "")
    page.browser.driver.execute_script("document.querySelector('h1').textContent = 'Forschung'")
    page.browser.driver.execute_script("history.pushState({}, '', arguments[0])", page.address)
    page.browser.driver.execute_script("dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_state("looking")
    page.click_toolbar()
    page.wait_for_state("off")
    assert_only_the_ai_switch_went_off(linkedin)
