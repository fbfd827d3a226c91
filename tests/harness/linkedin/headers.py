"""The headers the stand-in answers with, and those it notes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .stand_in import LinkedIn

# As strict as LinkedIn's own is reported to be: no inline script, no inline style.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"
)

# How a browser's own reload past the cache shows.
NOTED = ("Cache-Control", "Pragma")

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/speculationrules+json",
}


def of_document(path: str, linkedin: "LinkedIn") -> dict[str, str]:
    """The headers of the document at a path.

    The csrf token of the settings API travels in a cookie, as LinkedIn's does. `/sign-out` clears
    what earlier pages left in the browser: caches and service workers.
    """
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": linkedin.content_policy,
        "Cache-Control": linkedin.cache_control,
        "Set-Cookie": 'JSESSIONID="ajax:1234567890123456789"; Path=/; Secure',
    }
    if path == "/sign-out":
        headers["Clear-Site-Data"] = '"cache", "storage"'
    if path == "/feed/" and linkedin.speculation:
        headers["Speculation-Rules"] = f'"/static/{linkedin.speculation}.json"'
    return headers
