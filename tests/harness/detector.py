"""The shipped detector, run by a browser on a page that lies in a file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selenium.common import WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver

from builder.bad_input import BadInputError
from builder.catalogue import compile_catalogue, load_catalogue
from builder.locales import load_locales
from builder.provenance import NOTHING
from builder.render import TARGETS, render
from tests.harness.browsers import NAMES, launch
from tests.harness.browsers.find import NotFoundError
from tests.harness.linkedin import LinkedIn

_SCRIPTS = ("catalogue.js", "core/match-page.js", "core/find-switch.js")

_LOOK = """
const [address] = arguments;
const catalogue = CATALOGUE;
const [setting] = settingsAt(catalogue, address);
const trees = treesOf(document);
const kindOf = (control) => [control.localName, control.localName === 'input' ? control.type : '',
  control.getAttribute('role') ?? ''];
const found = findSwitch({ page: document, trees, setting, catalogue, stale: new WeakSet() });
const controls = trees.flatMap((tree) => [...tree.querySelectorAll(CONTROLS)]);
return {
  kind: found && kindOf(found.control),
  keyed: found?.keyed ?? false,
  reads: found?.reads ?? '',
  usable: found?.usable ?? false,
  markup_agrees: found?.markupAgrees ?? false,
  controls: controls.map(kindOf),
  in_main: controls.filter((control) => closestAcross(control, catalogue.main)).length,
  complete: isCompleteWithoutSwitch(document, catalogue),
};
"""


@dataclass(frozen=True)
class Finding:
    """What the detector makes of a page.

    Attributes:
        kind: tag, input type and role of the switch that is certain; None if none is.
        keyed: it carries LinkedIn's key.
        reads: on or off.
        usable: it can be clicked.
        markup_agrees: what the HTML says agrees with what it reads.
        controls: the kind of every control of the page, in order.
        in_main: how many of them are in the main region.
        complete: the page is complete and shows no switch.
    """

    kind: list[str] | None
    keyed: bool
    reads: str
    usable: bool
    markup_agrees: bool
    controls: list[list[str]]
    in_main: int
    complete: bool

    def __str__(self) -> str:
        """In a line."""
        if self.kind:
            tag, kind, role = self.kind
            named = [tag, kind, f"role={role}" if role else ""]
            how = "by key" if self.keyed else "the only one in the main region"
            usable = "usable" if self.usable else "not usable"
            return f"{' '.join(filter(None, named))}, {how}, reads {self.reads}, {usable}"
        if self.complete:
            return f"{NOTHING}: the page is complete and has no control"
        return f"{NOTHING}: controls: {len(self.controls)}, in the main region: {self.in_main}"


def look(driver: WebDriver, page: Path) -> Finding:
    """Open a page from its file, and ask the detector as if it stood at the setting's address."""
    compiled = compile_catalogue(load_catalogue())
    address = f"https://{compiled['host']}{compiled['settings'][0]['paths'][0]}"
    driver.get(page.resolve().as_uri())
    found: dict[str, Any] = driver.execute_script(_shipped() + _LOOK, address)
    return Finding(**found)


@cache
def _shipped() -> str:
    """The detector's scripts as they are in the package."""
    package = render(TARGETS[0], "0", load_catalogue(), load_locales())
    return "\n".join(package[path].decode() for path in _SCRIPTS)


def look_in_new_browser(page: Path) -> str:
    """Start a headless browser that reaches nothing but the stand-in, and look at a page.

    Raises:
        BadInputError: no browser can be started.
    """
    try:
        with LinkedIn() as site, launch(NAMES[0], package=None, proxy=site.port) as browser:
            return str(look(browser.driver, page))
    except (NotFoundError, WebDriverException) as error:
        reason = str(error).partition("\n")[0]
        problem = f"no browser could look at it ({reason}); run `make setup`"
        raise BadInputError(page, "", problem) from None
