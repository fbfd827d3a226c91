"""LinkedIn renames the setting: nothing happens until it is known, and then one entry is enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import words
from tests.harness.browsers import Browser, launch
from tests.harness.linkedin import LinkedIn, certificate_fingerprint
from tests.harness.linkedin.routes import RENAMED_KEY, RENAMED_PATH
from tests.harness.outcome import assert_only_the_ai_switch_went_off, assert_untouched
from tests.harness.project import copy_project, edit, run_build
from tests.harness.screens import SettingsPage

ENTRY = f"""
[[settings.keys]]
key = "{RENAMED_KEY}"
source = "psst"
grade = "observed"

[[settings.paths]]
path = "{RENAMED_PATH}"
source = "psst"
grade = "observed"
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, browser_name: str) -> Path:
    """The extension, built with the entry in the catalogue."""
    project = copy_project(tmp_path_factory.mktemp("renamed"))
    edit(project / "catalogue" / "linkedin.toml", "# What LinkedIn calls it.", ENTRY + "\n#")
    result = run_build(project, "build")
    assert result.returncode == 0, result.stderr
    return project / "dist" / browser_name


@pytest.fixture(scope="module")
def knowing_browser(browser_name: str, package: Path, site: LinkedIn) -> Iterator[Browser]:
    """A browser with that extension."""
    fingerprint = certificate_fingerprint()
    with launch(browser_name, package=package, proxy=site.port, certificate=fingerprint) as running:
        yield running


def test_a_renamed_setting_is_elsewhere(page, linkedin):
    page.open(RENAMED_PATH)
    panel = page.open_panel()
    assert words.message("headline_elsewhere") in panel.evaluate("document.body.innerText")
    panel.close()
    assert (page.state, page.badge) == ("elsewhere", "")
    assert_untouched(linkedin)


def test_with_an_entry_in_the_catalogue_old_and_new_are_turned_off(knowing_browser, linkedin):
    for path, form in ((RENAMED_PATH, "renamed-switch"), (None, "renamed-switch"), (None, None)):
        linkedin.reset()
        page = SettingsPage(knowing_browser, linkedin)
        linkedin.page = form or linkedin.page
        page.open(path or page.address)
        page.wait_for_state("on")
        page.click_toolbar()
        page.wait_for_state("off", seconds=10.5)
        assert_only_the_ai_switch_went_off(linkedin)
    assert knowing_browser.extension_errors() == []
