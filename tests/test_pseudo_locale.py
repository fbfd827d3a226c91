"""In a language that nobody speaks: nothing is hard-coded, put together of pieces, or cut off."""

import pytest

from tests.harness.browsers import launch
from tests.harness.linkedin import certificate_fingerprint
from tests.harness.looks.pseudo_stage import NOTHING, look_at
from tests.harness.looks.scenes import SCENES
from tests.harness.looks.stage import Stage
from tests.harness.pseudo import PLACES, pseudo_package

EVERYTHING = [
    *(name for name in SCENES if name.startswith("page-")),
    *("banner-on", "banner-kept-on", "banner-off", "banner-locked", "banner-pass-step"),
    *("panel-known-off", "panel-recheck", "panel-on-changed-back", "panel-off", "panel-kept-on"),
    *("panel-unavailable", "panel-unreached", "panel-no-access"),
]
MIRRORED = ["page-options", "page-review-report", "page-history", "banner-kept-on", "panel-kept-on"]


@pytest.fixture(scope="module")
def stages(browser_name, dist, site, tmp_path_factory):
    """By the name of a pseudo-locale, a browser that speaks it, started when it is asked for."""
    running = {}

    def stage_in(language):
        if language not in running:
            folder = tmp_path_factory.mktemp(language)
            package = pseudo_package(dist / browser_name, language, folder / "package")
            start = {"proxy": site.port, "certificate": certificate_fingerprint()}
            spoken = PLACES[language]
            spoken_in = launch(browser_name, package=package, language=spoken, **start)
            running[language] = Stage(spoken_in, site, language=language)
        return running[language]

    yield stage_in
    for stage in running.values():
        stage.browser.quit()


CASES = [("pseudo", name) for name in EVERYTHING] + [("pseudo-rtl", name) for name in MIRRORED]


@pytest.mark.parametrize(("language", "name"), CASES)
def test_all_that_is_ours_is_said_in_it_and_fits(stages, language, name):
    found = look_at(stages(language), SCENES[name])
    assert found == dict.fromkeys(found, NOTHING)
