"""axe-core, the checker of web pages for accessibility, run in a page of the driver's."""

import re
from dataclasses import dataclass

from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from builder.bad_input import ROOT

_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 AA, and what its makers advise beyond. Targets of 24 px must be asked for by name.
# It looks for colours and neighbours below <body> only, and cannot look into a closed root itself.
# It would ask for the page's style sheets once more, and nobody but the page may ask for anything.
_LOOK = """
const [host, root] = arguments;
const told = (results) => results.flatMap(({ id, nodes }) => nodes.map(
  ({ html, any, all, none }) =>
    [id, html, [...any, ...all, ...none].map(({ message }) => message).join(' ')]));
if (host) Object.defineProperty(host, 'shadowRoot', { get: () => root, configurable: true });
window.lookWithAxe = async () => {
  if (host) document.body.append(host);
  const { violations, incomplete, passes } = await axe.run(host ?? document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
    preload: false,
  });
  if (host) document.documentElement.insertBefore(host, document.body);
  return [violations, incomplete, passes].map(told);
};
"""

_COVERED = re.compile("overlap|obscured")


@dataclass(frozen=True)
class Seen:
    """What axe found: rule, beginning of the element's HTML and what it says of it.

    Attributes:
        violations: of its rules.
        unsure: what it could not decide, so that a person has to look.
        passes: what fulfils a rule: that it was looked at at all.
    """

    violations: list[tuple[str, str, str]]
    unsure: list[tuple[str, str, str]]
    passes: list[tuple[str, str, str]]

    @classmethod
    def of(cls, told: list[list[list[str]]]) -> "Seen":
        """What `lookWithAxe()` told."""
        return cls(*([tuple(each) for each in found] for found in told))

    @property
    def findings(self) -> list[tuple[str, str, str]]:
        """What somebody has to mend, or at least to look at.

        Words under something that is stuck to the window come out by scrolling.
        """
        return self.violations + [one for one in self.unsure if not _COVERED.search(one[2])]

    def passed(self, rule: str) -> list[str]:
        """The HTML of the elements that this rule was tried on, and that fulfil it."""
        return [html for name, html, _ in self.passes if name == rule]


def prepare(driver: WebDriver, host: WebElement | None = None) -> None:
    """Have `lookWithAxe()` in the driver's page: it promises what `Seen.of` takes.

    Args:
        driver: at the page.
        host: it looks only at this element, and into its closed shadow root, which the page itself
            cannot see: the driver can, and gives it to axe. None is the whole page.
    """
    driver.execute_script(_AXE.read_text(encoding="utf-8"))
    driver.execute_script(_LOOK, host, host and host.shadow_root)


def look(driver: WebDriver, host: WebElement | None = None) -> Seen:
    """Run axe in the driver's page; what the arguments are stands at `prepare`."""
    prepare(driver, host)
    return Seen.of(driver.execute_async_script("lookWithAxe().then(arguments[0])"))
