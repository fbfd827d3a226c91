"""The banner in every state: what axe finds, and how large what can be pressed is."""

import pytest

from tests.harness.looks import axe
from tests.harness.looks.gallery import Gallery

# CSS pixels: WCAG 2.2, 2.5.8.
TARGET = 24


@pytest.fixture
def gallery(page, dist, browser_name):
    """The banner in whatever state is wanted, by the shipped scripts."""
    return Gallery(page, dist / browser_name)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(gallery, scheme, language):
    gallery.open(language)
    gallery.browser.show_as(dark=scheme == "dark")
    for name, (seen, buttons) in gallery.look_with_axe().items():
        for rule in ("button-name", "target-size"):
            assert len(seen.passed(rule)) == len(buttons) > 0, (name, "axe saw its buttons")
        # axe measures no colours of words without a Latin letter.
        contrasts = len(seen.passed("color-contrast"))
        assert language == "ar" or contrasts >= len(buttons) + 2, (name, "its words, too")
        assert seen.findings == [], name


def test_at_320_px_everything_is_still_large_enough_to_press(gallery):
    with gallery.browser.page_of(320, 568):
        gallery.open()
        for name, (seen, buttons) in gallery.look_with_axe().items():
            assert seen.findings == [], name
            assert min(min(size) for size in buttons) >= TARGET, (name, buttons)


def test_axe_would_find_what_is_wrong_in_the_closed_root(gallery):
    """No test passes because axe sees nothing there."""
    gallery.open()
    gallery.show("on")
    gallery.driver.execute_script(
        "arguments[0].textContent = ''; arguments[1].style.color = '#eee'", *gallery.buttons
    )
    seen = axe.look(gallery.driver, gallery.host)
    assert {rule for rule, *_ in seen.violations} >= {"button-name", "color-contrast"}
