"""The review page as a person sees and uses it, and the storage behind it. Locators are private."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.common import TimeoutException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from builder.catalogue import load_catalogue
from tests.harness import words
from tests.harness.browsers import Browser, until

PATH = "review/review.html"
SETTINGS = {setting.id: setting for setting in load_catalogue().settings}

# At one moment: the page may draw them anew.
_SHOWN = """const shown = (element) => element?.checkVisibility() ? element.innerText : '';"""
_ROWS = f"""{_SHOWN}
return [...document.querySelectorAll('.setting')].map((row) => ({{
  id: row.id.replace('setting-', ''),
  name: shown(row.querySelector('.name')),
  does: shown(row.querySelector('.does')),
  costs: shown(row.querySelector('.costs')),
  last: shown(row.querySelector('.last')),
  when: shown(row.querySelector('.when')),
  tone: row.querySelector('.known').dataset.tone,
  chosen: row.querySelector('input').checked,
  buttons: [...row.querySelectorAll('button')].filter((one) => one.checkVisibility())
    .map((one) => one.innerText),
  disabled: [...row.querySelectorAll('button:disabled')].map((one) => one.innerText),
}}));"""
_PASS = f"""{_SHOWN}
const [at, step, live, left, halted, said] = ['progress', 'step', 'live', 'left', 'halted', 'said']
  .map((id) => document.getElementById(id));
return {{
  progress: at.checkVisibility() ? [at.value, at.max] : null,
  title: shown(document.getElementById('pass-title')),
  step: shown(step), live: shown(live), left: shown(left),
  halted: shown(halted), said: shown(said),
  buttons: [...document.querySelectorAll('#pass-buttons button')]
    .filter((one) => one.checkVisibility()).map((one) => one.innerText),
}};"""
_REPORT = """return [...document.querySelectorAll('#report-lines section')].map((section) => [
  section.querySelector('h3').innerText,
  [...section.querySelectorAll('li')].map((item) => [
    item.querySelector('a').innerText,
    item.querySelector('a').href,
    item.querySelector('p').innerText,
    [...item.querySelectorAll('button')].filter((one) => one.checkVisibility())
      .map((one) => one.innerText),
  ])]);"""
_LISTEN = """window.told = [];
browser.runtime.sendMessage = (message) => {
  window.told.push(message);
  return Promise.resolve();
};"""
_FRAME = """const frame = document.createElement('iframe');
frame.src = arguments[0];
frame.style = `inline-size: ${arguments[1]}px; block-size: 600px`;
document.body.append(frame);"""
_FIT = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def name_of(setting: str) -> str:
    """LinkedIn's English name of a setting."""
    return next(name.title for name in SETTINGS[setting].names if name.language == "en")


def key_of(setting: str) -> str:
    """What LinkedIn's code calls it: its first key."""
    return SETTINGS[setting].keys[0].key


@dataclass(frozen=True)
class Row:
    """A setting as it is shown; what is not displayed is empty."""

    id: str
    name: str
    does: str
    costs: str
    last: str
    when: str
    tone: str
    chosen: bool
    buttons: list[str]
    disabled: list[str]


@dataclass(frozen=True)
class ShownPass:
    """The pass as it is shown; what is not displayed is empty."""

    progress: list[int] | None
    title: str
    step: str
    live: str
    left: str
    halted: str
    said: str
    buttons: list[str]


@dataclass
class ReviewPage:
    """The driver's tab, at the review page."""

    browser: Browser

    def open(self, **stored: Any) -> None:
        """Go there, with these in the extension's storage besides what is there."""
        if stored:
            self.store(**stored)
        self.browser.open_extension_page(PATH)
        self.wait_until_drawn()

    def open_narrow(self, width: int) -> None:
        """Go there in a frame of this width: no browser makes its window so small."""
        self.browser.open_extension_page("options/options.html")
        self._driver.execute_script(_FRAME, self.browser.extension_url(PATH), width)
        self._driver.switch_to.frame(self._one("iframe"))
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        """Wait until it shows what is stored."""
        until(lambda: (rows := self.rows) and all(row.last for row in rows), "settings")

    def store(self, **values: Any) -> None:
        """Put these into the extension's storage, as the background would; None takes out."""
        self.browser.put_in_storage("local", values)

    def store_pass(self, value: Any) -> None:
        """Put a pass into storage; one that is under way is between two pages, for ever."""
        tab = {"tabId": None, "reviewId": -1, "begun": "", "nextAt": 8.64e15}
        self.browser.put_in_storage("session", {"pass-tab": tab})
        self.store(**{"pass": value})

    def listen(self) -> None:
        """From now on keep what the page tells the background, and tell nobody."""
        self._driver.execute_script(_LISTEN)

    @property
    def told(self) -> list[dict[str, Any]]:
        """What it told since `listen`, without the id of its own tab, which must be there."""
        told = self._driver.execute_script("return window.told")
        tab = self.evaluate("browser.tabs.getCurrent().then(({ id }) => id)")
        assert {message.pop("tabId") for message in told if "tabId" in message} <= {tab}
        return told

    def be_in_private(self) -> None:
        """Have the browser say that the page's tab is private: not every one opens it there."""
        self._driver.execute_script(
            "browser.tabs.getCurrent = async () => ({ id: 1, incognito: true })"
        )

    def refuse_access(self) -> None:
        """Have the browser say that the extension may not run on LinkedIn."""
        self._driver.execute_script("browser.permissions.contains = async () => false")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, a promise waited for."""
        return self._driver.execute_async_script(
            f"const done = arguments[0]; Promise.resolve({expression}).then(done)"
        )

    @property
    def rows(self) -> list[Row]:
        """The settings, in the order in which they stand there."""
        return [Row(**row) for row in self._driver.execute_script(_ROWS) or []]

    def row(self, setting: str) -> Row:
        """One of them."""
        return next(row for row in self.rows if row.id == setting)

    @property
    def chosen(self) -> list[str]:
        """The ids of those that are selected."""
        return [row.id for row in self.rows if row.chosen]

    @property
    def groups(self) -> list[str]:
        """Their headings, which must be marked as English."""
        headings = self._all("#groups h2")
        assert {heading.get_attribute("lang") for heading in headings} == {"en"}
        return [heading.text for heading in headings]

    @property
    def under_way(self) -> ShownPass:
        """The pass, as it is shown."""
        return ShownPass(**self._driver.execute_script(_PASS))

    @property
    def report(self) -> list[tuple[str, list[list]]]:
        """Headings, and below each: name, address, sentence, buttons. None is shown: empty."""
        if not self.shows("#report"):
            return []
        return [(heading, steps) for heading, steps in self._driver.execute_script(_REPORT)]

    @property
    def text(self) -> str:
        """All that can be read."""
        return self._one("main").text

    @property
    def links(self) -> list[str]:
        """Where the links below the list lead to."""
        return [link.get_attribute("href") for link in self._all("#more a")]

    @property
    def focused(self) -> str:
        """What has the keyboard: an id, or the setting and the kind of its button."""
        return self._driver.execute_script(
            """const it = document.activeElement;
            return it.id || [it.closest('.setting')?.id, it.value || it.className].join(' ');"""
        )

    @property
    def fits(self) -> bool:
        """Whether nothing has to be scrolled sideways."""
        return self._driver.execute_script(_FIT)

    @property
    def progress_name(self) -> str:
        """What assistive technology calls the progress bar."""
        return self._one("#progress").accessible_name

    def accessible_name(self, setting: str) -> str:
        """What assistive technology calls the box of a setting."""
        return self._one(f"#setting-{setting} input").accessible_name

    def shows(self, css: str) -> bool:
        """Whether the first element of that kind is displayed."""
        found = self._all(css)
        return bool(found) and found[0].is_displayed()

    def can_start(self) -> bool:
        """Whether the main button is there and can be pressed."""
        return self.shows("#start") and self._one("#start").is_enabled()

    def bring_forward(self) -> None:
        """Show its tab in front of the others."""
        self.evaluate(
            "browser.tabs.getCurrent().then(({ id }) => browser.tabs.update(id, { active: true }))"
        )
        until(lambda: self.is_in_front, "review page in front")

    @property
    def is_in_front(self) -> bool:
        """Whether its tab is the one that is seen."""
        return self.evaluate("browser.tabs.getCurrent().then(({ active }) => active)")

    def press(self, element: str) -> None:
        """Click the element with this id."""
        self._click(f"#{element}")

    def press_in_row(self, setting: str, button: str) -> None:
        """Click a setting's button: "turn-off" or "open"."""
        self._click(f"#setting-{setting} .{button}")

    def press_in_report(self, setting: str) -> None:
        """Click "Show me" of a setting that was changed."""
        self._click(f"#report li:has(#report-{setting}) button")

    def toggle(self, setting: str) -> None:
        """Click on the setting's name."""
        self._click(f"#setting-{setting} .name")

    def focus(self, css: str) -> None:
        """Put the keyboard there."""
        self._driver.execute_script("arguments[0].focus()", self._one(css))

    def press_key(self, *keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        ActionChains(self._driver, duration=0).send_keys(*keys).perform()

    def wait_for_text(self, text: str, seconds: float = 20) -> None:
        """Wait until this can be read."""
        try:
            until(lambda: text in self.text, f"text {text!r}", seconds)
        except TimeoutException as error:
            raise AssertionError(f"{error.msg}; shown: {self.under_way}") from None

    def hear_copies(self) -> None:
        """Have the clipboard keep what is copied where the test can read it."""
        self._driver.execute_script(
            "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
        )

    @property
    def copied(self) -> str:
        """What was copied since `hear_copies`."""
        return self._driver.execute_script("return window.copied ?? ''")

    def refuse_copies(self) -> None:
        """Have the browser refuse the clipboard."""
        self._driver.execute_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
        )

    def save(self, folder: Path) -> str:
        """Click "Save as text", and return what the file holds that the browser saved."""
        self.browser.save_downloads_in(folder)
        self.press("save")

        def saved() -> Path | None:
            files = [file for file in folder.iterdir() if file.suffix == ".txt"]
            return files[0] if files and files[0].stat().st_size else None

        return until(saved, "saved file").read_text(encoding="utf-8")

    def said(self, key: str, **values: Any) -> str:
        """A message of ours, filled in."""
        return words.message(key).format(**values)

    def _click(self, css: str) -> None:
        element = self._one(css)
        # In the middle, so that the bar at the window's end does not cover it.
        self._driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    @property
    def _driver(self) -> Any:
        return self.browser.driver

    def _one(self, css: str) -> WebElement:
        return self._driver.find_element(By.CSS_SELECTOR, css)

    def _all(self, css: str) -> list[WebElement]:
        return self._driver.find_elements(By.CSS_SELECTOR, css)
