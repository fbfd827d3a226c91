"""How banner and ring look: whatever LinkedIn's page is like, and whatever the browser asks for."""

import pytest

from tests.harness import words
from tests.harness.linkedin import PageOptions, SaveScenario

SWITCH = "[role=switch]"
SIZE = """const {fontSize, paddingTop, maxInlineSize} = getComputedStyle(arguments[0]);
  return [fontSize, paddingTop, maxInlineSize, arguments[0].getBoundingClientRect().height]"""


def wait_for_tag(page, name):
    text = words.message(f"ring_{name}")
    page.wait_until(lambda: page.ring_tag and page.ring_tag.text == text, f"tag {text!r}")


def sizes_of(page):
    return {css: page.styled(css, SIZE) for css in (".banner", "strong", ".main", ".mark", ".tag")}


def test_linkedins_root_size_changes_nothing_of_ours(page):
    page.open()
    page.wait_for_banner("on")
    page.wait_for_ring()
    before = sizes_of(page)
    page.browser.driver.execute_script("document.documentElement.style.fontSize = '10px'")
    assert sizes_of(page) == before


BACKGROUND = "return getComputedStyle(arguments[0]).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(31, 29, 36)"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_linkedins_theme_and_not_the_browsers(page, linkedin, theme, scheme):
    linkedin.page_options = PageOptions(dark=theme == "dark")
    page.open()
    page.browser.show_as(dark=scheme == "dark")
    page.wait_for_banner("on")
    expected = DARK if theme == "dark" else LIGHT
    page.wait_until(lambda: page.styled(".banner", BACKGROUND) == expected, f"{theme} banner")
    page.browser.show_as()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_theme_it_follows_the_browser(page, scheme):
    page.open()
    page.browser.show_as(dark=scheme == "dark")
    page.wait_for_banner("on")
    page.browser.driver.execute_script("document.documentElement.className = ''")
    expected = DARK if scheme == "dark" else LIGHT
    page.wait_until(lambda: page.styled(".banner", BACKGROUND) == expected, f"{scheme} banner")
    page.browser.show_as()


def test_a_theme_that_changes_is_followed(page):
    page.open()
    page.wait_for_banner("on")
    assert page.styled(".banner", BACKGROUND) == LIGHT
    page.browser.driver.execute_script(
        "document.documentElement.className = 'theme--dark theme--mercado-dark'"
    )
    page.wait_until(lambda: page.styled(".banner", BACKGROUND) == DARK, "dark banner")


def test_the_tag_says_what_the_switch_is(page, linkedin):
    linkedin.save = SaveScenario(delay=5, status=500)
    page.open()
    page.wait_for_state("on")
    wait_for_tag(page, "on")
    page.click_toolbar()
    wait_for_tag(page, "turning_off")
    page.wait_for_banner("kept_on")
    wait_for_tag(page, "still_on")


def test_the_tag_of_a_link_claims_nothing(page):
    page.open("/mypreferences/d/categories/privacy")
    page.wait_for_ring()
    wait_for_tag(page, "link")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("size", [(320, 568), (1280, 900)])
@pytest.mark.parametrize("form", ["keyed-switch", "artdeco-toggle-24", "config-setting-card"])
def test_the_tag_stays_in_the_window_and_off_the_switch(page, linkedin, form, size, direction):
    linkedin.page = form
    linkedin.page_options = PageOptions(direction=direction)
    with page.browser.page_of(*size):
        page.open()
        page.wait_for_ring()
        wait_for_tag(page, "on")
        tag = page.ring_tag
        assert tag.box.x >= 0
        assert tag.box.y >= 0
        assert tag.box.x + tag.box.width <= size[0]
        assert tag.box.y + tag.box.height <= size[1]
        assert not tag.box.overlaps(page.box_of(SWITCH))
        assert not page.banner.box.overlaps(tag.box)


def test_ring_and_tag_are_for_the_eyes_only(page):
    page.open()
    page.wait_for_ring()
    assert page.styled(".ring", "return arguments[0].getAttribute('aria-hidden')") == "true"
    for part in (".ring", ".tag"):
        events = page.styled(part, "return getComputedStyle(arguments[0]).pointerEvents")
        assert events == "none"
    assert page.styled(".tag", "return [arguments[0].lang, arguments[0].dir]") == ["en", "ltr"]


def test_nothing_of_linkedins_stands_before_the_banner(page):
    """A bar of LinkedIn's own, as high as it can be, where the banner is."""
    page.open()
    page.wait_for_banner("on")
    page.browser.driver.execute_script(
        """const bar = document.createElement('div');
        bar.style.cssText = 'position: fixed; inset: 50% 0 0 0; z-index: 10000';
        document.body.append(bar);"""
    )
    page.press_banner_button("Not now")
    page.wait_until_no_banner()


@pytest.mark.parametrize("width", [320, 640])
def test_buttons_are_large_enough_and_not_clipped(page, linkedin, width):
    linkedin.save = SaveScenario(status=500)
    with page.browser.page_of(width, 800):
        page.open()
        page.wait_for_state("on")
        page.click_toolbar()
        banner = page.wait_for_banner("kept_on")
        for box in page.banner_buttons:
            assert min(box.width, box.height) >= 36
            assert banner.box.surrounds(box)


def test_a_low_window_keeps_the_switch_free_and_the_main_button_in_sight(page, linkedin):
    """As at 200 % zoom: there the banner shows less of itself at once."""
    linkedin.save = SaveScenario(status=500)
    with page.browser.page_of(640, 400):
        page.open()
        page.wait_for_state("on")
        page.click_toolbar()
        banner = page.wait_for_banner("kept_on")
        assert not banner.box.overlaps(page.box_of(SWITCH))
        assert banner.box.surrounds(page.banner_buttons[0])
