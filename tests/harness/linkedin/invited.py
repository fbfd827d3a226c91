"""Who asked: what the stand-in's own pages ask for, told from what anybody else may."""

from email.message import Message

from .render import PAGES
from .routes import HOST, SETTING_PATH

# The header that LinkedIn's own client puts on its calls, so the stand-in's pages do, too. Without
# it a content script's request would look like the page's own: both browsers send the same for it.
PAGES_MARK = "X-Li-Page-Instance"

_FRAMED = ("/preload/data-for-ai-improvement", "/feed/")
_FRAMING_PAGE = "/feed/framing/"


def is_invited(path: str, headers: Message) -> bool:
    """Whether a request is a visit to a page, or one that the page itself makes.

    Browsers say what a request is for, and from which page. Measured in both: what an extension's
    background or page asks for names no page, and what its content script asks for names ours.

    Args:
        path: what was asked for, without its query.
        headers: those of the request.
    """
    if PAGES_MARK in headers:
        return True
    page = headers.get("Referer", "").removeprefix(f"https://{HOST}").partition("?")[0]
    match headers.get("Sec-Fetch-Dest"):
        case "document":
            return True
        case "serviceworker":
            return path == "/service-worker.js"
        case "iframe":
            return bool(page) and path in ((SETTING_PATH,) if page == _FRAMING_PAGE else _FRAMED)
        case "empty":
            return path == "/li/track" or _is_of_service_worker(page, headers)
        case _:
            return bool(page) and (path == "/favicon.ico" or _is_file(path))


def _is_of_service_worker(page: str, headers: Message) -> bool:
    """Whether it fills its cache, or passes a visit on; no script can ask in that way."""
    passed_on = headers["Sec-Fetch-Mode"] in ("navigate", "same-origin")
    return page == "/service-worker.js" or (passed_on and not page)


def _is_file(path: str) -> bool:
    never_there = path == "/static/never-arrives.png"
    return never_there or (path.startswith("/static/") and (PAGES / path[1:]).is_file())
