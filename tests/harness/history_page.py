"""The history page as a person sees it, and the storage behind it. Locators are private here."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from builder.render import EXTENSION
from tests.harness.browsers import Browser, until

_PUT = """const [values, done] = arguments;
browser.storage.local.clear()
  .then(() => browser.storage.local.set(JSON.parse(values)))
  .then(() => done(null), (error) => done(String(error)));"""

# At one moment: the page draws them anew when there is one more.
_ENTRIES = """return [...document.querySelectorAll('#lines li.status')].map((item) => ({
  headline: item.querySelector('strong').innerText,
  why: item.querySelector('.why').innerText,
  when: item.querySelector('.when').innerText,
  times: [...item.querySelectorAll('time')].filter((time) => time.checkVisibility())
    .map((time) => time.dateTime),
  made_by: item.querySelector('.made-by').innerText,
}));"""

_OBJECTIONS = """return [...document.querySelectorAll('#lines li.objection')]
  .map((item) => item.innerText.split(/\\s*\\n\\s*/));"""

_LABELLED = """return [...document.querySelectorAll('main button, main a')]
  .find((button) => button.checkVisibility() && button.innerText === arguments[0]);"""

_HEADINGS = """return [...document.querySelectorAll('#lines h2')]
  .filter((heading) => heading.checkVisibility()).map((heading) => heading.innerText);"""

# What keeps readings, as it is shipped; here it runs in a page of the extension.
_KEEPER = [
    "core/record.js",
    "shared/preferences.js",
    "shared/queue-steps.js",
    "background/record.js",
]
_KEEP = """const [told, done] = arguments;
Promise.all(JSON.parse(told).map(([tab, reading]) => keepReading(tab, reading)))
  .then(() => done(null), (error) => done(String(error)));"""


@dataclass(frozen=True)
class ShownEntry:
    """An entry as it is shown; `times` as machines read them, `when` as people do."""

    headline: str
    why: str
    when: str
    times: list[str]
    made_by: str


@dataclass
class HistoryPage:
    """The driver's tab, at the history page."""

    browser: Browser

    def open(self, values: dict[str, Any] | None = None) -> None:
        """Go there. With values: with exactly these in the extension's storage."""
        self.browser.open_extension_page("history/history.html")
        if values is not None:
            self.put(json.dumps(values))
            self.browser.open_extension_page("history/history.html")
        until(lambda: self.shows("#tools") or self.shows("#empty"), "history")
        # What the page itself asked when it opened is done before this is answered.
        self._driver.execute_async_script(
            "browser.runtime.sendMessage({type: 'read-record'}).then(() => arguments[0]())"
        )

    def put(self, values: str) -> None:
        """Have exactly the values of this JSON text in storage.local; the page stays open.

        As text, because "__proto__" is a key like others there.
        """
        problem = self._driver.execute_async_script(_PUT, values)
        assert problem is None, problem

    def keep_readings(self, *told: tuple[dict, dict]) -> None:
        """Have the extension's scripts keep readings, all at once: (what the tab is, reading)."""
        source = "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in _KEEPER)
        problem = self._driver.execute_async_script(f"{source}\n{_KEEP}", json.dumps(told))
        assert problem is None, problem

    def stored(self) -> dict[str, Any]:
        """All that storage.local holds but the copy of the policy, which comes when it comes."""
        stored = self.browser.extension_storage("local")
        return {key: value for key, value in stored.items() if key != "policy"}

    def set_aside(self) -> dict[str, Any]:
        """What was set aside in storage, by its key."""
        return {k: v for k, v in self.stored().items() if k.startswith("record-set-aside:")}

    @property
    def entries(self) -> list[ShownEntry]:
        """The entries, as they stand there."""
        return [ShownEntry(**entry) for entry in self._driver.execute_script(_ENTRIES)]

    @property
    def objections(self) -> list[list[str]]:
        """The objections as they stand there: what was done, and the day."""
        return self._driver.execute_script(_OBJECTIONS)

    @property
    def headings(self) -> list[str]:
        """The headings of the accounts; none where there is one account."""
        return self._driver.execute_script(_HEADINGS)

    @property
    def said(self) -> str:
        """What the page told last, for screen readers too."""
        return self._one("#said").text

    @property
    def text(self) -> str:
        """All that can be read."""
        return self._one("main").text

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        return self._driver.execute_script("return document.activeElement.id")

    @property
    def semantics(self) -> dict[str, str]:
        """What assistive technology is told of the parts that are no plain text."""
        asking = self._one("#ask")
        return {
            "live": self._one("#said").aria_role,
            "entries": self._one("#lines ol").aria_role,
            "asks": asking.aria_role,
            "question": asking.accessible_name,
        }

    def shows(self, css: str) -> bool:
        """Whether the first element of that kind is displayed."""
        found = self._all(css)
        return bool(found) and found[0].is_displayed()

    def press(self, label: str) -> None:
        """Click the first button or link that is displayed with this label."""
        self._driver.execute_script(_LABELLED, label).click()

    def press_key(self, *keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        ActionChains(self._driver, duration=0).send_keys(*keys).perform()

    def focus(self, css: str) -> None:
        """Put the focus there."""
        self._driver.execute_script("arguments[0].focus()", self._one(css))

    def answer(self, label: str) -> None:
        """Click an answer in the dialog, once it asks."""
        until(lambda: self.shows("#ask"), "question")
        next(b for b in self._all("#ask button") if b.text == label).click()
        until(lambda: not self.shows("#ask"), "end of the question")

    def save(self, label: str, folder: Path) -> Any:
        """Click the first such link, and return what the file holds that the browser saved."""
        before = set(folder.iterdir())
        self.browser.save_downloads_in(folder)
        self.press(label)

        def saved() -> Path | None:
            new = [file for file in set(folder.iterdir()) - before if file.suffix == ".json"]
            return new[0] if new and new[0].stat().st_size else None

        file = until(saved, "saved file")
        return json.loads(file.read_text(encoding="utf-8"))

    @property
    def _driver(self) -> Any:
        return self.browser.driver

    def _one(self, css: str) -> WebElement:
        return self._driver.find_element(By.CSS_SELECTOR, css)

    def _all(self, css: str) -> list[WebElement]:
        return self._driver.find_elements(By.CSS_SELECTOR, css)
