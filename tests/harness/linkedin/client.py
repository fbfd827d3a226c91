"""A client of the stand-in that is no browser: for the tests of the stand-in itself."""

import http.client
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from .invited import PAGES_MARK
from .routes import API, HOST, SETTING_KEY
from .stand_in import LinkedIn
from .tls import certificate_authority

SECONDS = 10.0  # until a client gives up


@cache
def _trust() -> ssl.SSLContext:
    """Trust in the stand-in's authority, and in no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    certificate_authority().configure_trust(context)
    return context


@contextmanager
def tunnel(linkedin: LinkedIn, host: str = HOST) -> Iterator[http.client.HTTPSConnection]:
    """A connection to `host` through the proxy, closed at the end."""
    connection = http.client.HTTPSConnection(
        "127.0.0.1", linkedin.port, timeout=SECONDS, context=_trust()
    )
    connection.set_tunnel(host, 443)
    try:
        yield connection
    finally:
        connection.close()


def ask(
    linkedin: LinkedIn, path: str, method: str = "GET", **more: Any
) -> tuple[int, str, dict[str, str]]:
    """One request on a connection of its own, as a page makes it; its status, text and headers."""
    more["headers"] = {PAGES_MARK: "1"} | more.get("headers", {})
    with tunnel(linkedin) as connection:
        connection.request(method, path, **more)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)


def save(linkedin: LinkedIn, value: bool, session: str = "ajax:1", key: str = SETTING_KEY) -> int:
    """Save a setting as its page does; the status. `session` is the csrf token sent."""
    body = json.dumps({"key": key, "value": str(value).upper()})
    headers = {"csrf-token": session}
    return ask(linkedin, API + key, "PUT", body=body, headers=headers)[0]
