"""The rights page as a person sees and uses it. Locators are private here."""

from dataclasses import dataclass
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.harness.browsers import Browser, until

# A driver's keys in a field for dates depend on the browser's language.
_CHOOSE_DAY = """const [day, away] = arguments;
const date = new Date();
date.setDate(date.getDate() + away);
const two = (number) => String(number).padStart(2, '0');
const parts = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())];
document.getElementById('day').value = day ?? parts.join('-');"""

_SAY_DAY = """const date = new Date();
date.setDate(date.getDate() + arguments[0]);
return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long'}).format(date);"""

_REFUSE_TO_COPY = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"

# What was copied, without the browser's question whether a page may read the clipboard.
_NOTE_COPIES = """window.copies = [];
const write = navigator.clipboard.writeText.bind(navigator.clipboard);
navigator.clipboard.writeText = (text) => write(text).then(() => copies.push(text));"""

_LINKS = """return Object.fromEntries([...document.querySelectorAll('main a')]
  .map((link) => [link.innerText, link.href]));"""


@dataclass
class RightsPage:
    """The driver's tab, at the rights page."""

    browser: Browser

    def open(self) -> None:
        """Go there, and wait until it is drawn to its end."""
        self.browser.open_extension_page("rights/rights.html")
        until(lambda: self.offers_form() or self.why_not, "rights page")

    @property
    def regions(self) -> list[str]:
        """The regions that are offered."""
        return [label.text for label in self._all("#regions label")]

    @property
    def chosen(self) -> list[str]:
        """The regions that are chosen: one, or none."""
        return [x.get_attribute("value") for x in self._all("#regions input") if x.is_selected()]

    def choose(self, region: str) -> None:
        """Click on the name of a region."""
        next(label for label in self._all("#regions label") if label.text == region).click()

    @property
    def answer(self) -> list[str]:
        """The sentences for the region; the sources are not among them."""
        return [paragraph.text for paragraph in self._all("#answer p")]

    @property
    def sources(self) -> str:
        """Who said what the answer says."""
        return " ".join(small.text for small in self._all("#answer small"))

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What holds for all: the fact, and who said so."""
        return [
            (
                item.find_element(By.TAG_NAME, "p").text,
                item.find_element(By.TAG_NAME, "small").text,
            )
            for item in self._all("#facts li")
        ]

    @property
    def objection(self) -> list[str]:
        """What is said of the objection form, sentence by sentence."""
        return [part.text for part in self._all("#objection span")]

    @property
    def objection_text(self) -> str:
        """The text that can be copied."""
        return self._one("#text").get_property("value")

    @property
    def links(self) -> dict[str, str]:
        """Where the links lead, by their names."""
        return self._driver.execute_script(_LINKS)

    def copy(self, *, refused: bool = False) -> list[str]:
        """Press the button for it, and return what the browser copied."""
        self._driver.execute_script(_REFUSE_TO_COPY if refused else _NOTE_COPIES)
        self._one("#copy").click()
        until(lambda: self._one("#copied").text, "answer")
        return self._driver.execute_script("return window.copies ?? []")

    @property
    def copied(self) -> str:
        """What was told of the copying."""
        return self._one("#copied").text

    @property
    def selected(self) -> str:
        """The part of the objection text that is selected, if it has the focus."""
        return self._driver.execute_script(
            """const text = document.activeElement;
               return text.id === 'text'
                 ? text.value.slice(text.selectionStart, text.selectionEnd) : '';"""
        )

    def offers_form(self) -> bool:
        """Whether a day can be noted."""
        return any(form.is_displayed() for form in self._all("#sent"))

    @property
    def why_not(self) -> str:
        """Why no day can be noted; empty where one can."""
        return "".join(reason.text for reason in self._all("#why-not"))

    def note(self, *, day: str | None = None, away: int | None = None) -> None:
        """Press the button, having chosen a day, by its name or so many days from today."""
        if day is not None or away is not None:
            self._driver.execute_script(_CHOOSE_DAY, day, away or 0)
        # What was said of the day before is not taken for what is said of this one.
        self._driver.execute_script("document.getElementById('noted').textContent = ''")
        self._one("#sent button").click()

    @property
    def sent(self) -> list[str]:
        """The days that are listed."""
        return [item.text for item in self._all("#sent-list li span")]

    @property
    def removes(self) -> list[tuple[str, str]]:
        """The buttons of the list: name, and what each is described by."""
        describe = "return document.getElementById(arguments[0].getAttribute('aria-describedby'))"
        return [
            (button.text, self._driver.execute_script(describe, button).text)
            for button in self._all("#sent-list button")
        ]

    def remove(self, place: int) -> None:
        """Press the button beside that day of the list."""
        self._all("#sent-list button")[place].click()

    def wait_for_said(self, text: str) -> None:
        """Wait until this is told below the form."""
        until(lambda: self._one("#noted").text == text, f"said {text}")

    def date_of(self, away: int) -> str:
        """The date so many days from today, as our messages write it."""
        return self._driver.execute_script(_SAY_DAY, away)

    @property
    def live(self) -> set[str]:
        """The ids of what is read out when it changes."""
        parts = self._all("main div, main p")
        return {part.get_attribute("id") for part in parts if part.aria_role == "status"}

    @property
    def marked_wrong(self) -> bool:
        """Whether the day is marked as one that does not fit, for assistive technology too."""
        return self._one("#day").get_attribute("aria-invalid") == "true"

    @property
    def focused(self) -> str:
        """What has the focus: an id, a region, an address' end, or a text."""
        return self._driver.execute_script(
            """const {id, name, value, href, innerText} = document.activeElement;
               return id || (name && value) || (href ?? '').split('/').at(-1) || innerText;"""
        )

    def press_key(self, *keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        ActionChains(self._driver, duration=0).send_keys(*keys).perform()

    def overflow_at(self, width: int) -> int:
        """How many pixels the page is wider than a frame of this width, in which it is drawn."""
        return self._driver.execute_async_script(
            """const [width, done] = arguments;
               const frame = document.createElement('iframe');
               frame.style.inlineSize = `${width}px`;
               frame.style.border = '0';
               frame.src = location.href;
               const measure = () => {
                 const page = frame.contentDocument;
                 const region = page.querySelector('#regions input');
                 if (!region) return requestAnimationFrame(measure);
                 region.click();
                 done([page.documentElement.clientWidth,
                   Math.max(page.documentElement.scrollWidth, page.body.scrollWidth)]);
               };
               frame.addEventListener('load', measure);
               document.body.append(frame);""",
            width,
        )

    def refuse_to_store(self) -> None:
        """Have the background refuse what this page asks of it."""
        self._driver.execute_script(
            "browser.runtime.sendMessage = () => Promise.reject(new Error('gone'))"
        )

    def stored(self) -> dict[str, Any]:
        """The record in storage; empty where there is none."""
        return self.browser.extension_storage("local").get("record", {})

    @property
    def _driver(self) -> Any:
        return self.browser.driver

    def _one(self, css: str) -> WebElement:
        return self._driver.find_element(By.CSS_SELECTOR, css)

    def _all(self, css: str) -> list[WebElement]:
        return self._driver.find_elements(By.CSS_SELECTOR, css)
