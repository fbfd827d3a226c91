"""What a stranger need not take on trust: where it leads, what it may do, what it leaves alone.

That nothing is asked for but by LinkedIn's own pages, each test of the suite says at its end: see
`linkedin` in conftest.py. That this would be seen, `test_watchers.py` shows.
"""

import json
import re

import pytest

from builder.bad_input import ROOT
from builder.render import TARGETS
from tests.harness.outcome import assert_only_the_ai_switch_went_off
from tests.harness.probes import probe

# Everything that names a place: with a scheme, or without one as markup and styles may.
ADDRESS = re.compile(rb"""[a-zA-Z][\w+.-]*://[^\s"'`<>)]*|["'(=]//\w[^\s"'`<>)]*""")
ADDRESSES = {
    "manifest.json": [  # where the content scripts run
        "https://www.linkedin.com/mypreferences/d/*",
        "https://www.linkedin.com/mypreferences/m/*",
    ],
    "shared/address.js": ["https://${catalogue.host}${path}"],  # every link, from the catalogue
}
HOST = re.compile(rb"\b(?:[a-z0-9-]+[.])+(?:com|org|net|io|dev|eu|app|ai|info|co|uk|de)\b")

PERMISSIONS = ["activeTab", "alarms", "storage"]
FOLDERS = set(ADDRESSES["manifest.json"])
# Firefox knows no path in what it grants: see PRIVACY.md.
ORIGINS = {"chromium": FOLDERS, "firefox": {"https://www.linkedin.com/*"}}


@pytest.mark.parametrize("target", TARGETS)
def test_no_address_is_in_the_package_but_these(dist, target):
    """In no file of it, pictures and translations too."""
    found = {}
    for file in sorted((dist / target).rglob("*")):
        addresses = ADDRESS.findall(file.read_bytes()) if file.is_file() else []
        if addresses:
            found[file.relative_to(dist / target).as_posix()] = [one.decode() for one in addresses]
    assert found == ADDRESSES


@pytest.mark.parametrize("target", TARGETS)
def test_no_host_is_named_but_in_the_catalogue(dist, target):
    """Its own, and those that a fact was read at."""
    shipped = {
        host
        for file in (dist / target).rglob("*.*")
        if file.is_file()
        for host in HOST.findall(file.read_bytes())
    }
    catalogue = b"".join(file.read_bytes() for file in (ROOT / "catalogue").glob("*.toml"))
    assert b"www.linkedin.com" in shipped
    assert [host for host in shipped if host not in HOST.findall(catalogue)] == []


def test_the_browser_grants_what_is_listed_and_no_more(browser, browser_name, dist):
    manifest = json.loads((dist / browser_name / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["permissions"] == PERMISSIONS
    browser.open_extension_page("options/options.html")
    granted = browser.driver.execute_async_script(
        "browser.permissions.getAll().then((all) => arguments[0](JSON.stringify(all)))"
    )
    kinds = {kind: set(names) for kind, names in json.loads(granted).items() if names}
    assert kinds == {"permissions": set(PERMISSIONS), "origins": ORIGINS[browser_name]}


def kept_by_the_site(driver):
    """All that a script of its own reads, and its cookies, which the browser shows in any order."""
    return probe(driver, "kept"), sorted(driver.get_cookies(), key=lambda one: one["name"])


def test_what_the_site_keeps_is_as_it_was_after_the_whole_journey(page, linkedin):
    linkedin.content_policy = ""
    driver = page.browser.driver
    page.open("/feed/")  # where no script of ours runs
    probe(driver, "keep")
    before = kept_by_the_site(driver)
    assert str(before).count("'kept'") >= 6, "in each of its places"
    page.open()
    page.wait_for_banner("on")
    page.press_banner_button("Turn off")
    page.wait_for_state("off")
    page.open_panel().close()
    assert_only_the_ai_switch_went_off(linkedin)
    assert kept_by_the_site(driver) == before
    page.forget_site()
