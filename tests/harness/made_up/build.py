"""The shipped core scripts, run against made-up pages in a real browser."""

import json
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from builder.catalogue import compile_catalogue, load_catalogue
from builder.render import EXTENSION

from .node import Page
from .rules import Verdict

CATALOGUE = compile_catalogue(load_catalogue())
_CORE = ["find-switch.js", "match-page.js", "judge-reading.js"]
_SOURCE = "\n".join(
    [
        *((EXTENSION / "core" / name).read_text(encoding="utf-8") for name in _CORE),
        Path(__file__).with_name("build-page.js").read_text(encoding="utf-8"),
        f"const CATALOGUE = {json.dumps(CATALOGUE)};",
    ]
)


class Detector:
    """The detector in the driver's tab, which it empties."""

    def __init__(self, driver: WebDriver):
        """Take the tab. The page there is no page of LinkedIn's: no script of ours runs in it."""
        self._driver = driver
        driver.get("about:blank")

    def call(self, expression: str, *arguments: Any) -> Any:
        """The value of an expression, a promise is waited for; `given` are the arguments.

        Raises:
            AssertionError: it threw.
        """
        answer, error = self._driver.execute_async_script(
            f"""{_SOURCE}
            const given = [...arguments], done = given.pop();
            Promise.try(() => {expression})
              .then((value) => done([value, ""]), (error) => done([null, `${{error}}`]));""",
            *arguments,
        )
        assert not error, error
        return answer

    def find(self, *pages: Page) -> list[Verdict | None]:
        """What findSwitch finds on each page, built one after the other."""
        answers = self.call("findOnEach(given[0], CATALOGUE)", [_body_of(page) for page in pages])
        return [
            answer
            and Verdict(
                control=page.walk()[answer["number"]],
                reads=answer["reads"],
                usable=answer["usable"],
                keyed=answer["keyed"],
                markup_agrees=answer["markupAgrees"],
            )
            for page, answer in zip(pages, answers, strict=True)
        ]

    def happens_besides(self, page: Page) -> list[str]:
        """What a click on what findSwitch finds does besides switching it."""
        return self.call("clickFound(given[0], CATALOGUE)", _body_of(page))

    def setting_at(self, address: str) -> bool:
        """Whether an address is taken for the setting's page."""
        return self.call("isMainPage(CATALOGUE, given[0])", address)


def _body_of(page: Page) -> list[dict]:
    return [node.as_json() for node in page.body]
