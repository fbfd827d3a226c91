"""The CONNECT proxy: the one door through which a browser reaches the stand-in, and no other."""

import contextlib
import socket
import sys
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any

from .routes import HOST
from .tls import server_context
from .website import SiteHandler

if TYPE_CHECKING:
    from .stand_in import LinkedIn


class ProxyHandler(BaseHTTPRequestHandler):
    """Opens a tunnel to www.linkedin.com, which is this process; refuses every other wish."""

    server: "Proxy"

    def do_CONNECT(self) -> None:
        """Answer `CONNECT host:port`; hang up while the network is down."""
        if self.path != f"{HOST}:443":
            self._refuse()
            return
        if self.server.linkedin.offline:
            self.close_connection = True
            return
        self.send_response_only(200, "Connection established")
        self.end_headers()
        self.close_connection = True
        with server_context().wrap_socket(self.connection, server_side=True) as secure:
            SiteHandler(secure, self.client_address, self.server)

    def _refuse(self) -> None:
        """Note what was asked for, and answer 502 so that the browser does not wait."""
        self.server.linkedin.uninvited.append(f"{self.command} {self.path}")
        self.send_response(502)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    # http.server finds a method's handler by this spelling.
    do_GET = do_HEAD = do_OPTIONS = do_POST = do_PUT = _refuse  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Say nothing: the stand-in keeps its own logs."""


class Proxy(ThreadingMixIn, HTTPServer):
    """A thread per connection on an ephemeral port of 127.0.0.1."""

    # Not daemons: closing waits for every thread, so no socket outlives the stand-in.
    daemon_threads = False

    def __init__(self, linkedin: "LinkedIn") -> None:
        self.linkedin = linkedin
        self._open: dict[Any, socket.socket] = {}
        super().__init__(("127.0.0.1", 0), ProxyHandler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Keep a second handle on each connection: TLS takes over the first one."""
        self._open[client_address] = request.dup()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Drop that handle when the connection is done."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._open.pop(client_address).close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A browser that hangs up is no error; anything else is kept for the test to see."""
        if not isinstance(sys.exception(), OSError):
            self.linkedin.errors.append(traceback.format_exc())

    def drop_connections(self) -> None:
        """Hang up on everybody, in the middle of a sentence if need be."""
        for handle in list(self._open.values()):
            with contextlib.suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)

    def server_close(self) -> None:
        """Close for good, and wait for the threads."""
        self.drop_connections()
        super().server_close()
