"""The inside of the tunnel: www.linkedin.com as far as its settings pages need it."""

import json
import time
import traceback
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import TemplateError

from . import headers, routes
from .invited import is_invited
from .log import Request, Shown, Touch
from .render import PAGES, render
from .scenario import SaveScenario

if TYPE_CHECKING:
    from .proxy import Proxy


class SiteHandler(BaseHTTPRequestHandler):
    """Answers one kept-alive connection."""

    server: "Proxy"
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes

    def parse_request(self) -> bool:
        """Take a request in, but hang up while the network is down."""
        self.close_connection = True
        return not self.server.linkedin.offline and super().parse_request()

    def do_GET(self) -> None:
        """Answer documents, the settings API and the page's own files."""
        path = self._note_request()
        if path.startswith(routes.API):
            self._read_setting(path.removeprefix(routes.API))
        elif path.startswith("/static/") or path == "/service-worker.js":
            self._file(path.rsplit("/", 1)[-1])
        elif path == "/favicon.ico":
            self._send(204)
        else:
            self._document(path)

    def do_PUT(self) -> None:
        """Answer the settings API's write, as the scenario says."""
        body, path = self._body(), self._note_request()
        if not path.startswith(routes.API):
            self._send(404)
            return
        key = path.removeprefix(routes.API)
        key = routes.SAME_SETTING.get(key, key)
        value = str(json.loads(body)["value"]).upper() == "TRUE"
        self._save(key, value, self._scenario(key))

    def do_POST(self) -> None:
        """Take the page's own tracking, and the sign-in form."""
        body, path = self._body(), self._note_request()
        if path == "/uas/login":
            self._send(303, more={"Location": self.server.linkedin.sign_in()})
            return
        if path == "/li/track":
            self.server.linkedin.note(Touch(**json.loads(body)), self._era)
        self._send(204 if path == "/li/track" else 404)

    def _note_request(self) -> str:
        """Log the request; its path without the query comes back."""
        noted = {name: self.headers[name] for name in headers.NOTED if name in self.headers}
        request = Request(self.command, self.path, noted, time.monotonic())
        self._era = self.server.linkedin.begin(request)
        path = urlsplit(self.path).path
        if not is_invited(path, self.headers):
            asker = self.headers.get("Origin") or self.headers.get("Referer", "no page")
            kind = self.headers.get("Sec-Fetch-Dest", "nothing told")
            self.server.linkedin.uninvited.append(
                f"{self.command} {self.path} ({kind}, from {asker})"
            )
        return path

    def _pause(self, seconds: float | None) -> bool:
        """Delay an answer, None for ever; False if `reset()` came first: then answer nothing."""
        return not self._era.wait(seconds)

    def _body(self) -> bytes:
        """What was sent; read before anything is noted, so that what is noted is complete."""
        length = int(self.headers.get("Content-Length", 0))
        sent = self.rfile.read(length)
        if len(sent) < length:
            raise ConnectionAbortedError("hung up in the middle of a request")
        return sent

    def _scenario(self, key: str) -> SaveScenario:
        """The test's, but like LinkedIn a write without the session's csrf token is refused."""
        if self.headers.get("csrf-token", "").startswith("ajax:"):
            return self.server.linkedin.save_for(key)
        return SaveScenario(status=403)

    def _save(self, key: str, value: bool, scenario: SaveScenario) -> None:
        if not self._pause(scenario.delay):
            self.close_connection = True
            return
        self.server.linkedin.finish_save(key, value, scenario, self._era)
        if scenario.cut:
            self.close_connection = True
        else:
            self._send_json({"key": key, "value": value}, scenario.status)

    def _read_setting(self, key: str) -> None:
        on = self.server.linkedin.settings.get(key)
        if key == routes.SETTING_KEY:
            self._note_shown("", routes.API + key, {key: bool(on)})
        self._send_json({"key": key, "value": on}, 404 if on is None else 200)

    def _file(self, name: str) -> None:
        path = PAGES / "static" / name
        if name == "never-arrives.png":
            self._pause(None)
            self.close_connection = True
        elif name == "arrives-late.js" and not self._pause(0.5):
            self.close_connection = True
        elif path.is_file():
            self._send(200, path.read_bytes(), {"Content-Type": headers.MEDIA_TYPES[path.suffix]})
        else:
            self._send(404)

    def _document(self, path: str) -> None:
        linkedin = self.server.linkedin
        target = (
            linkedin.redirect.get(path)
            or linkedin.ask_to_sign_in(path)
            or routes.REDIRECTS.get(path)
        )
        page = linkedin.page_for(path)
        if not self._pause(None if linkedin.documents_hang else linkedin.document_delay):
            self.close_connection = True
        elif target:
            self._send(302, more={"Location": target})
        else:
            self._page(page, path)

    def _page(self, page: str, path: str) -> None:
        linkedin = self.server.linkedin
        try:
            settings = dict(linkedin.settings)
            status, body = linkedin.status_for(path, page), render(page, path, linkedin, settings)
            if path.startswith(("/mypreferences/", "/preload/")):
                self._note_shown(page, path, settings)
        except TemplateError:
            linkedin.errors.append(traceback.format_exc())
            status, body = 500, b""
        self._send(status, body, headers.of_document(path, linkedin))

    def _note_shown(self, page: str, path: str, settings: dict[str, bool]) -> None:
        shown = Shown(page, path, settings[routes.SETTING_KEY], time.monotonic(), settings)
        self.server.linkedin.note(shown, self._era)

    def _send_json(self, answer: dict[str, Any], status: int) -> None:
        self._send(status, json.dumps(answer).encode(), {"Content-Type": "application/json"})

    def _send(self, status: int, body: bytes = b"", more: dict[str, str] | None = None) -> None:
        if self.server.linkedin.offline:  # it went down while this answer was under way
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in ({"Cache-Control": "no-store"} | (more or {})).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        if self.server.linkedin.cuts_saves:
            # A save cut on a kept-alive connection would be sent again by the browser.
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the stand-in keeps its own logs."""
