"""How Chromium is started: its flags and preferences, each with its reason."""

from selenium import webdriver

from .base import Start

# Each flag with its reason.
_FLAGS = (
    "--no-sandbox",  # Chromium's sandbox refuses to run as root, and CI machines are root
    "--enable-unsafe-extension-debugging",  # DevTools may install it and press its button
    "--no-first-run",
    "--window-size=1280,900",  # the default window is too low for a popup of full height
    "--screen-info={1600x1200}",  # of the headless screen, which that window must fit
    # The rest keeps the browser's own traffic off the proxy, whose log the tests read:
    # without these it asked six hosts within 15 s, with them none (measured).
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,"
    "AutofillServerCommunication",
    "--gaia-url=https://127.0.0.1:1",  # the "who is signed in" request has no switch of its own
    "--component-updater=url-source=https://127.0.0.1:1",
)

_PREFERENCES = {
    "extensions.ui.developer_mode": True,  # the errors that `extension_errors` reads are kept
    # Debian's package starts a new profile at a search engine's page.
    "session.restore_on_startup": 4,
    "session.startup_urls": ["about:blank"],
}


def chromium_options(start: Start, *, again: bool = False) -> webdriver.ChromeOptions:
    """Return the options for `launch` with these arguments.

    Args:
        start: the arguments.
        again: with a profile that was started before. It has the preferences; chromedriver would
            write a new file of them, and the extension would not be in it.
    """
    options = webdriver.ChromeOptions()
    options.accept_insecure_certs = True  # of the stand-in; service workers start under it too
    address = f"127.0.0.1:{start.proxy}"
    options.proxy = webdriver.Proxy(
        {"proxyType": "manual", "httpProxy": address, "sslProxy": address}
    )
    for flag in [*_FLAGS, *_flags_for(start)]:
        options.add_argument(flag)
    if start.display:  # a picture of the window has no bar that says who drives it
        options.add_experimental_option("excludeSwitches", ["enable-automation"])
        options.add_argument("--test-type")
    if not again:
        options.add_experimental_option("prefs", _PREFERENCES)
    return options


def _flags_for(start: Start) -> list[str]:
    flags = [f"--lang={start.language}", f"--accept-lang={start.language}"]
    flags += [f"--force-device-scale-factor={start.scale}"]
    flags += ["--force-dark-mode"] if start.scheme == "dark" else []
    flags += ["--headless=new"] if start.headless else []
    flags += [f"--user-data-dir={start.profile.resolve()}"] if start.profile else []
    # A page under a certificate that is merely accepted never enters the HTTP cache (measured).
    known = f"--ignore-certificate-errors-spki-list={start.certificate}"
    return [*flags, known] if start.certificate else flags
