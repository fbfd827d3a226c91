"""The browser itself lets neither the background nor a page of ours ask anybody for anything."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.harness.browsers import Browser, launch, until
from tests.harness.linkedin import certificate_fingerprint

# At the end of a script of ours: asks LinkedIn in every way there is, and keeps when that is done.
ASK = """
(async (who) => {{
  const at = (way) => `https://www.linkedin.com/${{way}}-by-${{who}}`;
  await fetch(at('fetch'), {{ mode: 'no-cors' }}).catch(() => {{}});
  if (globalThis.document) {{
    navigator.sendBeacon(at('beacon'));
    const image = Object.assign(document.createElement('img'), {{ src: at('image') }});
    const frame = Object.assign(document.createElement('iframe'), {{ src: at('frame') }});
    document.body?.append(image, frame);
    await image.decode().catch(() => {{}});
  }}
  await browser.storage.local.set({{ [`asked-by-${{who}}`]: true }});
}})('{who}');
"""
PLACES = {"background": "background/main.js", "page": "options/options.js"}


@pytest.fixture
def asking(browser_name, dist, linkedin, tmp_path) -> Iterator[Callable[..., Browser]]:
    """Starts a browser whose background and options ask, with the manifest's policy or without."""
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint()}
    with ExitStack() as running:

        def launch_asking(*, policy: bool) -> Browser:
            package = shutil.copytree(dist / browser_name, tmp_path / browser_name)
            for who, script in PLACES.items():
                with (package / script).open("a", encoding="utf-8") as file:
                    file.write(ASK.format(who=who))
            if not policy:
                manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
                del manifest["content_security_policy"]
                (package / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
            return running.enter_context(launch(browser_name, package=package, **start))

        yield launch_asking


def asked_by(browser: Browser, linkedin) -> set[str]:
    """What reaches LinkedIn until background and options have asked for all they ask for."""
    browser.driver.get(browser.extension_url("options/options.html"))
    keys = {f"asked-by-{who}" for who in PLACES}
    until(lambda: keys <= browser.extension_storage("local").keys(), "both have asked")
    return {one.partition(" (")[0] for one in linkedin.take_uninvited() if "-by-" in one}


def test_what_a_script_of_ours_asks_for_leaves_no_browser(asking, linkedin):
    assert asked_by(asking(policy=True), linkedin) == set()


def test_without_the_policy_it_would(asking, linkedin):
    """So the test above would see it."""
    ways = {f"GET /{way}-by-page" for way in ("fetch", "image", "frame")}
    expected = ways | {"POST /beacon-by-page", "GET /fetch-by-background"}
    # One browser's background is a page, too, and asks in more ways.
    assert asked_by(asking(policy=False), linkedin) >= expected
