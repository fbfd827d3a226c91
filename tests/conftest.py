"""One stand-in and one browser a worker; a fresh tab and a fresh stand-in a test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from selenium.webdriver.remote.webdriver import WebDriver

import build
from tests.harness.browsers import NAMES, Browser, can, launch
from tests.harness.fresh import begin_anew
from tests.harness.linkedin import LinkedIn, certificate_fingerprint
from tests.harness.pseudo import PLACES, pseudo_package
from tests.harness.screens import SettingsPage
from tests.parts import pytest_terminal_summary as pytest_terminal_summary  # a hook

# Made-up pages: the same ones every time; `--hypothesis-profile thorough` makes up new ones.
settings.register_profile("usual", max_examples=80, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1800, deadline=None, print_blob=True)
settings.load_profile("usual")

# Chromium fetches a dictionary to check the spelling with, once somebody types into a page.
OF_THE_BROWSER = {"CONNECT redirector.gvt1.com:443"}


def uninvited(site: LinkedIn) -> set[str]:
    """What was asked for since the last time, and neither by LinkedIn's pages nor the browser."""
    return set(site.take_uninvited()) - OF_THE_BROWSER


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make truth` and `make pictures` choose."""
    parser.addoption(
        "--cross",
        type=Path,
        metavar="FOLDER",
        help="try every failure on every form, and write the outcomes there",
    )
    parser.addoption(
        "--renew-pictures",
        action="store_true",
        help="keep the pictures of today as those to compare with, and say what changed",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what needs a browser in each of them. Sorted by browser, so a worker starts few."""
    if "browser_name" in metafunc.fixturenames:
        needs = [mark.args[0] for mark in metafunc.definition.iter_markers("needs")]
        names = [name for name in NAMES if all(can(name, ability) for ability in needs)]
        params = [pytest.param(name, marks=pytest.mark.browser) for name in names]
        metafunc.parametrize("browser_name", params, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is not played in a browser."""

    def plays(item: pytest.Item) -> bool:
        params = (getattr(item, "callspec", None) and item.callspec.params) or {}
        case = params.get("case")
        return not case or params["browser_name"] in case.browsers

    items[:] = [item for item in items if plays(item)]


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages, built once a worker by the command that people use."""
    folder = tmp_path_factory.mktemp("dist")
    assert build.main(["build", "--dist", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def site() -> Iterator[LinkedIn]:
    """The stand-in for LinkedIn."""
    with LinkedIn() as linkedin:
        yield linkedin
        assert uninvited(linkedin) == set()


@pytest.fixture(scope="session")
def running_browser(browser_name: str, dist: Path, site: LinkedIn) -> Iterator[Browser]:
    """The browser with the unmodified package installed."""
    package, certificate = dist / browser_name, certificate_fingerprint()
    with launch(browser_name, package=package, proxy=site.port, certificate=certificate) as running:
        yield running


@pytest.fixture(scope="module")
def at_blank(running_browser: Browser) -> WebDriver:
    """The driver at nobody's page: that of the test before may be on its way elsewhere."""
    running_browser.driver.get("about:blank")
    return running_browser.driver


@pytest.fixture(scope="session")
def errors_told(running_browser: Browser) -> list[str]:  # noqa: ARG001 - a list for each
    """The extension's errors that a test has failed for: the browser tells them until its end."""
    return []


@pytest.fixture
def linkedin(site: LinkedIn) -> Iterator[LinkedIn]:
    """The stand-in as new. Nobody but its own pages, and who visits them, asks for anything."""
    site.reset()
    yield site
    # Taken before either is judged, or the next test would answer for them.
    errors, asked = site.errors, uninvited(site)
    assert errors == []
    assert asked == set()


@pytest.fixture
def browser(
    running_browser: Browser, linkedin: LinkedIn, errors_told: list[str]
) -> Iterator[Browser]:
    """The browser at a fresh tab, the only one; the extension remembers nothing."""
    home = begin_anew(running_browser, linkedin)
    driver = running_browser.driver
    yield running_browser
    if panel := running_browser.find_panel():
        panel.close()
    if home in driver.window_handles:
        driver.switch_to.window(home)  # or the next test would begin in a private window
    errors = [one for one in running_browser.extension_errors() if one not in errors_told]
    errors_told += errors
    assert errors == []


@pytest.fixture
def own_browser(
    browser_name: str, dist: Path, linkedin: LinkedIn, tmp_path: Path
) -> Iterator[Browser]:
    """A browser of the test's own, which it may restart."""
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint(), "profile": tmp_path}
    with launch(browser_name, package=dist / browser_name, **start) as own:
        yield own
        assert own.extension_errors() == []


@pytest.fixture
def browser_in(
    browser_name: str, dist: Path, linkedin: LinkedIn, tmp_path: Path
) -> Iterator[Callable[[str], Browser]]:
    """Starts a browser of the test's own in a language: a file of locales/, or a pseudo-locale."""
    start = {"proxy": linkedin.port, "certificate": certificate_fingerprint()}
    with ExitStack() as running:

        def launch_in(language: str) -> Browser:
            package = dist / browser_name
            if language in PLACES:
                package = pseudo_package(package, language, tmp_path / language)
            tag = PLACES.get(language, language).replace("_", "-")
            spoken = launch(browser_name, package=package, language=tag, **start)
            running.enter_context(spoken)
            return spoken

        yield launch_in


@pytest.fixture
def page(browser: Browser, linkedin: LinkedIn) -> SettingsPage:
    """The tab as a person sees it."""
    return SettingsPage(browser, linkedin)
