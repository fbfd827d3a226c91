"""The two browsers the extension is tested in: the only code that knows a browser by name.

Everything a test does to a browser is a verb of `Browser`, with the same meaning in both.
"""

from dataclasses import replace
from pathlib import Path

from .base import Browser, Start
from .chromium import Chromium
from .firefox import Firefox
from .panel import Panel
from .policy import Policy, id_by_place
from .wait import GOING, until

__all__ = ["FIRST_PAGE", "GOING", "NAMES", "Browser", "Panel", "Policy", "can", "launch", "until"]

# The page the extension opens by itself when it is installed for the first time.
FIRST_PAGE = "welcome/welcome.html"

_CLASSES: dict[str, type[Chromium | Firefox]] = {"chromium": Chromium, "firefox": Firefox}
NAMES = tuple(_CLASSES)


def can(name: str, ability: str) -> bool:
    """Whether a browser of this name has an ability: an attribute of `Browser` that is a bool."""
    return getattr(_CLASSES[name], ability)


def launch(
    name: str,
    *,
    package: Path | None,
    proxy: int,
    headless: bool = True,
    profile: Path | None = None,
    language: str = "en-US",
    certificate: str = "",
    first_page: str | None = FIRST_PAGE,
    policy: Policy | None = None,
    scheme: str = "light",
    scale: int = 1,
    display: str = "",
) -> Browser:
    """Start a browser, install the extension and wait until it runs.

    Args:
        name: one of `NAMES`.
        package: the unpacked extension folder built for this browser, installed as it is;
            None starts without it (see `Browser.install`).
        proxy: port on 127.0.0.1 of the CONNECT proxy that gets all traffic.
        headless: False draws on the screen named by `display`, else by `$DISPLAY`.
        profile: folder to keep the profile in, for tests that `restart`; None uses a new one that
            is thrown away. A Firefox that wants signatures forgets the extension when it quits:
            there it is installed again, with what it had stored.
        language: language of the browser's own interface, which the extension's texts follow,
            and of the pages it asks for, as a BCP 47 tag. Where the browser's own words are not
            installed in it, they stay English; only they do.
        certificate: fingerprint of the proxy's certificate, as Chromium wants it: without, that
            one keeps no page in its HTTP cache. Firefox needs none.
        first_page: see `Browser.install`.
        policy: what an organisation sets, for `package`.
        scheme: "light" or "dark": what the system asks of the browser's own windows and of pages.
        scale: device pixels a CSS pixel.
        display: a `Screen` to draw on, which may be of no use to the browser.

    Returns:
        The running browser, its first tab selected; call `quit()`, or use it in a `with`.
    """
    if policy and package:
        policy = replace(policy, text=policy.text.replace("EXTENSION_ID", id_by_place(package)))
    looks = {"scheme": scheme, "scale": scale, "display": display}
    headless = headless and not display
    browser = _CLASSES[name](
        Start(proxy, headless, profile, language, certificate, policy, **looks)
    )
    try:
        if package is not None:
            browser.install(package, first_page=first_page)
    except BaseException:
        browser.quit()
        raise
    return browser
