"""In other languages: which messages are shown, in which direction, and English on request."""

import pytest
from selenium.webdriver.common.by import By

from builder.locales import load_locales
from tests.harness.browsers import until
from tests.harness.linkedin import PageOptions
from tests.harness.looks.our_pages import SCENES
from tests.harness.options_page import OptionsPage
from tests.harness.screens import SettingsPage
from tests.harness.words import message

LOCALES = load_locales()
# Those whose code has a country, a second spelling, or which are written from right to left.
SPECIAL = ["ar", "he", "nb", "pt_BR", "zh_TW"]
LEFTWARDS = {"ar", "he"}
SPOKEN = "return [document.documentElement.lang, document.documentElement.dir, document.title]"
UNREVIEWED = "options_language_unreviewed"


def spoken(browser):
    """Language, direction and title of the page."""
    return browser.driver.execute_script(SPOKEN)


def expected(language, title):
    direction = "rtl" if language in LEFTWARDS else "ltr"
    texts = [message(title, language), message("name", language)]
    title = " \u2013 ".join(f"\u2068{text}\u2069" for text in texts)
    return [message("language", language), direction, title]


def open_beside(browser, path):
    """A page of ours in one more tab; the tab's handle."""
    browser.driver.switch_to.new_window("tab")
    browser.open_extension_page(path)
    return browser.driver.current_window_handle


@pytest.mark.parametrize("language", SPECIAL)
def test_all_speak_the_language_of_the_browser(browser_in, linkedin, language):
    linkedin.page_options = PageOptions(language="de")
    browser = browser_in(language)
    browser.open_extension_page("options/options.html")
    until(lambda: browser.title() == message("title_elsewhere", language), "title")
    page = SettingsPage(browser, linkedin, language=language)
    options = OptionsPage(browser, language)
    options.wait_for_text("options_language_english")
    assert spoken(browser) == expected(language, "options_title")
    page.open()
    banner = page.wait_for_banner("on")
    words = message("detail_on", language).partition("{setting}")
    assert banner.detail == words[0] + "Daten zur Verbesserung generativer KI" + words[2]
    lang, direction, _ = expected(language, "options_title")
    assert page.banner_semantics["language"] == lang
    assert page.banner_semantics["direction"] == direction
    assert page.quoted_in_banner == [("Daten zur Verbesserung generativer KI", "de")]
    page.wait_until(lambda: browser.title() == message("title_on", language), "title")


def test_whoever_asks_for_english_gets_it_everywhere_at_once(browser_in, linkedin):
    browser = browser_in("ar")
    page = SettingsPage(browser, linkedin, language="ar")
    page.open()
    page.wait_for_banner("on")
    on_page = browser.driver.current_window_handle
    review = open_beside(browser, "review/review.html")
    page.wait_until(lambda: spoken(browser) == expected("ar", "review_title"), "Arabic")
    open_beside(browser, "options/options.html")
    options = OptionsPage(browser, "ar")
    options.wait_for_text(UNREVIEWED)
    assert message("options_language_english") in options.text(), "to be found by who reads none"

    options.toggle("options_language_english")
    english = OptionsPage(browser)
    english.wait_for_text("options_language_means")
    english.wait_for_status("choice_saved")
    english.wait_for_no_text(UNREVIEWED)
    assert spoken(browser) == expected("en", "options_title")
    assert english.focused() == "language", "nothing was loaded anew under the keyboard"
    page.go_to_tab(review)
    page.wait_until(lambda: spoken(browser) == expected("en", "review_title"), "English")
    page.go_to_tab(on_page)
    page.language = "en"
    page.wait_for_banner("on")
    page.wait_for_state("on")
    semantics = page.banner_semantics
    assert (semantics["language"], semantics["direction"]) == ("en", "ltr")
    page.open()
    page.wait_for_banner("on")
    page.open("/feed/")
    page.wait_for_state("elsewhere")

    english.open()
    assert english.values()["language"] == "en"
    english.toggle("options_language_english")
    options.wait_for_text(UNREVIEWED)
    assert spoken(browser) == expected("ar", "options_title")
    page.language = "ar"
    page.open()
    page.wait_for_banner("on")
    page.wait_until(lambda: browser.title() == message("title_on", "ar"), "title")


def test_how_long_ago_is_said_in_its_language(browser_in):
    browser = browser_in("de")
    SCENES["panel, last read off"].open(browser)
    said = browser.driver.find_element(By.ID, "reminder").text
    assert said == message("reminder", "de").replace("{ago}", "vor 60 Tagen")


def test_in_english_there_is_nothing_to_choose(browser):
    options = OptionsPage(browser)
    options.open()
    options.wait_for_text("level_title")
    for key in ("title", "english", "means", "unreviewed"):
        assert message(f"options_language_{key}") not in options.text()
    # As in a browser of another language before.
    options.store("preferences", "{language: 'en'}")
    options.wait_for(language="en")
    assert message("options_language_title") not in options.text()
    assert spoken(browser) == expected("en", "options_title")


def test_the_list_of_unreviewed_translations_is_that_of_the_files(browser):
    browser.open_extension_page("options/options.html")
    listed = browser.driver.find_element(By.ID, "language").get_attribute("data-unreviewed")
    unreviewed = [one.messages["language"].text for one in LOCALES if one.is_unreviewed]
    assert listed.split() == unreviewed
    assert "en" not in unreviewed
