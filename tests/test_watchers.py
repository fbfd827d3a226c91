"""What the suite watches for is seen: an extension that does all of it is caught, in each way.

It is ours with these lines more. Without them no test ends well in which anything is seen: see
`linkedin` in conftest.py, and `test_traces.py`.
"""

import json
import shutil

import pytest

from tests.harness.browsers import launch, until
from tests.harness.linkedin import SETTING_PATH, certificate_fingerprint
from tests.harness.probes import probe
from tests.harness.screens import SettingsPage
from tests.test_traces import AWAY, OURS

API = "/mysettings-api/settingsApiSettings/allowDataForGenerativeAI"
LINES = {
    "background/main.js": """
        fetch('https://background.example/');
        fetch('https://www.linkedin.com/background');
        """,
    "options/options.js": """
        fetch('https://www.linkedin.com/page');
        navigator.sendBeacon('https://www.linkedin.com/page-beacon', '');
        document.body.append(
          make('img', {src: 'https://page.example/'}),
          make('img', {src: 'https://www.linkedin.com/page-image'}),
          make('iframe', {src: 'https://www.linkedin.com/feed/'}));
        function make(tag, given) { return Object.assign(document.createElement(tag), given); }
        """,
    "content/main.js": f"""
        fetch('/content');
        fetch(location.href);
        fetch('{API}', {{headers: {{'csrf-token': 'ajax:1'}}}});
        navigator.sendBeacon('/content-beacon', '');
        openOverlay().append(
          make('img', {{src: '/banner-image'}}), make('img', {{src: 'https://banner.example/'}}),
          make('iframe', {{src: location.pathname}}));
        overlay.host.title = browser.runtime.getURL('content/main.js');
        addEventListener('load', () => {{
          document.querySelector('h1').dataset.seen = '';
          performance.mark('offswitch');
          localStorage.offswitch = '';
        }});
        """,
    "content/world.js": "globalThis.offswitch = true;",
}
# How the requests of those lines are told.
ASKED = [
    "CONNECT background.example:443",
    "GET /background (empty, from no page)",
    "GET /page (empty, from no page)",
    "POST /page-beacon (empty, from ",
    "CONNECT page.example:443",
    "GET /page-image (image, from no page)",
    "GET /feed/ (iframe, from no page)",
    "GET /content (empty, from https://www.linkedin.com/",
    f"GET {SETTING_PATH} (empty, from https://www.linkedin.com/",
    f"GET {API} (empty, from https://www.linkedin.com/",
    "POST /content-beacon (empty, from https://www.linkedin.com",
    "GET /banner-image (image, from https://www.linkedin.com/",
    "CONNECT banner.example:443",
    f"GET {SETTING_PATH} (iframe, from https://www.linkedin.com/",
]


@pytest.fixture
def package(dist, browser_name, tmp_path):
    """Ours, with those lines, a file that a page may load, and no policy that forbids to ask."""
    folder = shutil.copytree(dist / browser_name, tmp_path / "package")
    for path, lines in LINES.items():
        with (folder / path).open("a", encoding="utf-8") as script:
            script.write(lines)
    file = folder / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    matches = ["https://www.linkedin.com/*"]
    manifest["web_accessible_resources"] = [{"resources": ["catalogue.js"], "matches": matches}]
    settings = manifest["content_scripts"][0]["matches"]
    world = {"matches": settings, "js": ["content/world.js"], "world": "MAIN"}
    manifest["content_scripts"].append(world)
    del manifest["content_security_policy"]
    file.write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def test_whatever_it_asks_for_and_leaves_behind_is_seen(browser_name, package, linkedin):
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint()}
    with launch(browser_name, package=package, **start) as browser:
        linkedin.content_policy = ""
        page = SettingsPage(browser, linkedin)
        page.open()
        page.wait_for_state("on")
        seen = probe(browser.driver, "describe")
        address = browser.extension_url("catalogue.js")
        assert probe(browser.driver, "reach", [address]) == [address]
        assert "offswitch" in probe(browser.driver, "kept")["local"]
        linkedin.page_at[AWAY] = "keyed-switch"
        page.open(AWAY)
        usual = probe(browser.driver, "describe")
        differing = {kind for kind in usual if seen[kind] != usual[kind]}
        assert differing == {"foreign", "nodes", "names", "entries"}
        assert OURS.search(str(seen["foreign"]))
        browser.open_extension_page("options/options.html")

        def unseen():
            told = linkedin.uninvited
            return [asked for asked in ASKED if not any(one.startswith(asked) for one in told)]

        until(lambda: not unseen(), "every request")
    linkedin.take_uninvited()
