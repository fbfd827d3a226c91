"""Banner, ring and panel look as they looked when their pictures were kept.

`make pictures` keeps new ones. Each journey is played once for several pictures.
"""

import pytest

from tests.harness.browsers import launch
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.looks import banners, panels
from tests.harness.looks.baselines import Baseline
from tests.harness.looks.contrast import more_contrast
from tests.harness.looks.our_pages import SCENES
from tests.harness.looks.parts import banner_picture, panel_picture, part_picture, ring_picture
from tests.harness.looks.stage import Stage
from tests.harness.looks.zoom import zoomed

# A picture must not depend on the window, so the two schemes have different ones.
WINDOWS = {"light": (1280, 900), "dark": (1000, 760)}

LOW = (1000, 640)
PAGES = [("panel", "panel, on again", "body"), ("page", "options", "#language + fieldset")]


@pytest.fixture(scope="module", params=WINDOWS)
def stage(request, browser_name, dist, site):
    """A browser of this scheme, and LinkedIn with its dark theme where that is the scheme."""
    scheme = request.param
    start = {"scheme": scheme, "proxy": site.port, "certificate": certificate_fingerprint()}
    with launch(browser_name, package=dist / browser_name, **start) as browser:
        browser.driver.set_window_size(*WINDOWS[scheme])
        yield Stage(browser, site, scheme)


@pytest.fixture
def looks(request, stage, tmp_path):
    """What has to be called with a name and a picture; it compares, or keeps the picture."""

    def look(name, picture):
        baseline = Baseline(f"{name}-{stage.scheme}", stage.browser.name)
        file = tmp_path / f"{name}.png"
        picture.save(file)
        if not request.config.getoption("--renew-pictures"):
            assert baseline.check(file) == ""
        elif changed := baseline.renew(file):
            print(changed)

    return look


@pytest.fixture
def panel(stage, tmp_path):
    """Takes a picture of the open panel."""
    return lambda: panel_picture(stage.browser, tmp_path / "panel.png")


def test_on_the_way_from_on_to_off(stage, looks):
    banners.on(stage)
    looks("banner-on", banner_picture(stage.page))
    looks("ring-on", ring_picture(stage.page))
    stage.prove()
    looks("banner-proving", banner_picture(stage.page))


def test_off_with_the_panel_open(stage, looks, panel):
    banners.off(stage)
    looks("banner-off", banner_picture(stage.page))
    stage.open_panel("off")
    looks("panel-off", panel())


def test_where_no_fresh_load_showed_it_off(stage, looks):
    banners.unproven(stage)
    looks("banner-unproven", banner_picture(stage.page))


def test_where_linkedin_keeps_it_on(stage, looks):
    banners.kept_on(stage)
    looks("banner-kept-on", banner_picture(stage.page))


def test_where_the_switch_cannot_be_used(stage, looks, panel):
    banners.locked(stage)
    looks("banner-locked", banner_picture(stage.page))
    stage.open_panel("locked")
    looks("panel-locked", panel())


def test_anywhere_else_and_with_the_panel_open_on_the_setting(stage, looks, panel):
    panels.elsewhere(stage)
    looks("panel-elsewhere", panel())
    stage.page.open()
    stage.wait_for_panel("on")
    looks("panel-on", panel())


def test_with_more_contrast(stage, looks):
    dark = stage.scheme == "dark"
    banners.kept_on(stage)
    with more_contrast(stage.browser, dark=dark):
        looks("contrast-banner", banner_picture(stage.page))
    for name, page, part in PAGES:
        SCENES[page].open(stage.browser)
        with more_contrast(stage.browser, dark=dark):
            looks(f"contrast-{name}", part_picture(stage.browser, part))


def test_at_200_percent(stage, looks):
    banners.kept_on(stage)
    with stage.browser.page_of(*LOW), zoomed(stage.browser):
        looks("zoomed-banner", banner_picture(stage.page))
        looks("zoomed-ring", ring_picture(stage.page))
    SCENES["options"].open(stage.browser)
    with zoomed(stage.browser):
        looks("zoomed-page", part_picture(stage.browser, "fieldset:has(select)"))
