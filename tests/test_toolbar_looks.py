"""The toolbar button on real toolbars, light and dark, each of one and of two pixels a pixel."""

from itertools import combinations, product

import pytest

from tests.harness.browsers import launch
from tests.harness.browsers.screen import Screen
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.looks.stage import Stage
from tests.harness.looks.toolbar import STATES, ToolbarButton, differs, share_that_differs

APART = 0.02  # of the button: a third of what one letter of the badge is
TOOLBARS = list(product(["light", "dark"], [1, 2]))  # scheme, and device pixels a CSS pixel
SAME = {"unproven", "recheck"}  # both say: look here


@pytest.fixture(scope="module", params=TOOLBARS, ids=lambda toolbar: f"{toolbar[0]}-{toolbar[1]}x")
def button(request, browser_name, dist, site, tmp_path_factory):
    scheme, scale = request.param
    with Screen(scale) as screen:
        start = {"proxy": site.port, "certificate": certificate_fingerprint()}
        looks = {"scheme": scheme, "scale": scale, "display": screen.display}
        with launch(browser_name, package=dist / browser_name, **start, **looks) as browser:
            folder = tmp_path_factory.mktemp("toolbar")
            yield ToolbarButton(Stage(browser, site, scheme), folder / "window.png")


def test_states_look_different_and_one_looks_the_same_again(button):
    seen = {state: button.in_state(state) for state in STATES}
    alike = [
        {one, other}
        for one, other in combinations(STATES, 2)
        if share_that_differs(seen[one], seen[other]) < APART
    ]
    assert alike in ([], [SAME])
    assert share_that_differs(seen["on"], button.in_state("on")) == 0


def test_the_badge_is_not_clipped(button):
    none, two, three = (button.with_badge(text) for text in ("", "OF", "OFF"))
    assert share_that_differs(two, three) >= APART
    left, top, right, bottom = differs(none, three).getbbox()
    assert left > 0
    assert top > 0
    assert right < none.width
    assert bottom < none.height
    narrower = differs(none, two).getbbox()
    assert right - left > narrower[2] - narrower[0]
