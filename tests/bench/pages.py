"""The pages that are visited: made up, so that rows can be as many as wanted."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.harness.linkedin import SETTING_KEY, SETTING_PATH, LinkedIn

UNKNOWN_PATH = "/mypreferences/d/settings/autoplay-videos"
OTHER_PATH, OTHER_KEY = "/mypreferences/d/settings/ads-by-age", "allowAdsByAge"
FEED_PATH = "/feed/"

_ROW = """<div class="setting-row setting-row--plain"><p>Row {number}</p>
<a href="/mypreferences/d/settings/made-up-{number}">Change</a></div>"""
_SWITCH = """<div class="setting-row"><label><span id="{key}">Use my data</span>
<input type="checkbox" role="switch" aria-labelledby="{key}" checked></label></div>"""


def rows(count: int) -> str:
    """So many rows, each with words and a link."""
    return "<h1>Settings</h1>" + "\n".join(_ROW.format(number=n + 1) for n in range(count))


def switch(key: str = SETTING_KEY) -> str:
    """A row with LinkedIn's switch of a setting, which reads on."""
    return _SWITCH.format(key=key)


def serve(linkedin: LinkedIn, body: str, path: str = SETTING_PATH) -> str:
    """Let a made-up page stand at an address; the whole address."""
    linkedin.page_at = {path.rstrip("/"): "given"}
    linkedin.body = body
    return linkedin.url(path)


@contextmanager
def off_site(body: str) -> Iterator[str]:
    """A page that is none of LinkedIn's, while the `with` lasts; its address."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Elsewhere</title>{body}".encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
