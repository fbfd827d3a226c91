"""Icon and ring hold on what they stand on: toolbars of every shade, pages of every colour."""

import io
from itertools import combinations

import pytest
from PIL import Image

from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.render import TARGETS, render
from tests.harness.looks import banners
from tests.harness.looks.compare import distance
from tests.harness.looks.parts import ROOM, ring_picture
from tests.harness.looks.stage import Stage
from tests.test_contrast import contrast

# Toolbars: Chromium's light one, Firefox's, their dark ones, and a theme's of middle grey.
GROUNDS = ["#ffffff", "#f9f9fb", "#2b2a33", "#1f1f1f", "#808080"]
STATES = ["idle", "busy", "on", "off", "unknown"]
SEEN = 3.0  # WCAG 2.2, 1.4.11
MAIN_SHAPE = 0.08  # of the icon's pixels: the outline of a switch alone is more
APART = 0.03  # of the icon's pixels
STEP = 64  # of 255: between two greys
STRAIGHT = 6  # pixels up and down from the middle of the ring's side

# What LinkedIn's page could be like below the ring.
PAGES = {
    "light": "#fff",
    "dark": "#1b1f23",
    "beige": "#f4f2ee",
    "busy": "repeating-linear-gradient(45deg, #fff, #000 8px, #c33 16px, #3c6 24px, #fff 32px)",
}
_PAINT = """const sheet = new CSSStyleSheet();
sheet.replaceSync(`body, body * { visibility: hidden } html { background: ${arguments[0]} fixed }`);
document.adoptedStyleSheets = [sheet];"""


def hex_of(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)


def share_in_contrast(picture, ground):
    """Which part of the pixels is seen on this ground."""
    colours = picture.getcolors(picture.width * picture.height)
    seen = sum(count for count, colour in colours if contrast(hex_of(colour), ground) >= SEEN)
    return seen / (picture.width * picture.height)


@pytest.fixture(scope="module", params=TARGETS)
def icons(request):
    """The icons of 16 pixels as they are shipped: state -> picture with transparency."""
    package = render(request.param, "0.0.0", load_catalogue(), load_locales())
    files = {state: io.BytesIO(package[f"icons/{state}-16.png"]) for state in STATES}
    return {state: Image.open(file).convert("RGBA") for state, file in files.items()}


def on_ground(icon, ground):
    """The icon on a toolbar."""
    toolbar = Image.new("RGBA", icon.size, ground)
    toolbar.alpha_composite(icon)
    return toolbar.convert("RGB")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("state", STATES)
def test_the_icon_is_seen_on_every_toolbar(icons, state, ground):
    assert share_in_contrast(on_ground(icons[state], ground), ground) >= MAIN_SHAPE


def share_told_apart(one, other):
    """Which part of the pixels a person sees as different."""
    return sum(distance(one, other).histogram()[STEP:]) / (one.width * one.height)


@pytest.mark.parametrize("ground", GROUNDS)
def test_icons_are_told_apart_without_colour(icons, ground):
    grey = {state: on_ground(icon, ground).convert("L") for state, icon in icons.items()}
    shares = {
        (one, other): share_told_apart(grey[one], grey[other])
        for one, other in combinations(STATES, 2)
    }
    assert min(shares.values()) >= APART, shares


@pytest.mark.parametrize("name", PAGES)
def test_the_ring_is_seen_on_any_page(browser, linkedin, name):
    """In grey: its two tones are in contrast, and one of them is with whatever is next to it."""
    stage = Stage(browser, linkedin)
    banners.on(stage)
    browser.driver.execute_script(_PAINT, PAGES[name])
    grey = ring_picture(stage.page).convert("L").convert("RGB")
    middle = grey.height // 2
    for y in range(middle - STRAIGHT, middle + STRAIGHT):
        ground, outer, inner, inside = (
            hex_of(grey.getpixel((ROOM + x, y))) for x in (-8, -2, 1, 5)
        )
        assert contrast(outer, inner) >= SEEN
        for beside in (ground, inside):
            assert max(contrast(tone, beside) for tone in (outer, inner)) >= SEEN
