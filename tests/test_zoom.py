"""At 200 % zoom, by the browser itself: all is there, nothing is cut off or in the way."""

import pytest

from tests.harness.linkedin import SaveScenario
from tests.harness.looks.our_pages import SCENES
from tests.harness.looks.pseudo_stage import found_in
from tests.harness.looks.zoom import zoomed

SWITCH = "[role=switch]"
GAP = 4  # between switch and ring, of its own pixels
NEAR = 1.5
PAGES = ["welcome", "options", "history, entries", "rights, region", "review", "review, report"]
PAGES += ["panel, kept on"]
_WINDOW = "return [innerWidth, innerHeight]"
_FITS = "return arguments[0].scrollWidth <= arguments[0].clientWidth"


def is_in_sight(driver, box):
    width, height = driver.execute_script(_WINDOW)
    return box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= height


def assert_ring_is_around_the_switch(page):
    ring, switch = page.wait_for_ring(), page.box_of(SWITCH)
    assert ring.x == pytest.approx(switch.x - GAP, abs=NEAR)
    assert ring.y == pytest.approx(switch.y - GAP, abs=NEAR)
    assert ring.width == pytest.approx(switch.width + 2 * GAP, abs=NEAR)
    assert ring.height == pytest.approx(switch.height + 2 * GAP, abs=NEAR)


def is_placed(page):
    """Whether banner and ring have come to where they belong since the page was laid out anew."""
    switch, banner, ring = page.box_of(SWITCH), page.banner, page.ring
    return banner and ring and ring.surrounds(switch) and not banner.box.overlaps(switch)


@pytest.mark.parametrize("size", [(1280, 750), (1000, 640)])
@pytest.mark.parametrize("state", ["on", "kept_on"])
def test_banner_and_ring(page, linkedin, state, size):
    linkedin.save = SaveScenario(status=500)
    page.open()
    page.wait_for_banner("on")
    driver = page.browser.driver
    with page.browser.page_of(*size), zoomed(page.browser):
        if state == "kept_on":
            page.click_toolbar()
        page.wait_for_banner(state)
        page.wait_until(lambda: is_placed(page), "banner beside the switch, which is ringed")
        banner = page.banner
        assert is_in_sight(driver, banner.box)
        assert is_in_sight(driver, page.ring_tag.box)
        assert banner.box.surrounds(page.banner_buttons[0])
        assert not banner.box.overlaps(page.box_of(SWITCH))
        assert page.styled("section", _FITS), "no scrolling sideways"
        assert found_in(driver, page.overlay_section)["clipped"] == []
        assert_ring_is_around_the_switch(page)
        assert not banner.box.overlaps(page.ring)


@pytest.mark.parametrize("name", PAGES)
def test_our_pages(browser, name):
    SCENES[name].open(browser)
    with zoomed(browser):
        assert found_in(browser.driver)["clipped"] == []
