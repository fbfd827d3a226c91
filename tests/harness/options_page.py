"""Our pages with choices, the options and the welcome page, as a person sees and uses them."""

from dataclasses import dataclass
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from tests.harness import words
from tests.harness.browsers import Browser, until

NAMES = ("level", "actsOnSight", "recheckDays", "keepsHistory")


@dataclass
class OptionsPage:
    """The driver's tab, at a page of ours that offers preferences."""

    browser: Browser
    language: str = "en"

    def open(self, path: str = "options/options.html") -> None:
        """Open it, and wait until it shows what counts."""
        self.browser.open_extension_page(path)
        until(lambda: self._all("[name=level]:checked"), "choices")

    def level(self) -> str | None:
        """The level that is shown; the welcome page shows nothing else."""
        return self._one("[name=level]:checked").get_attribute("value")

    def values(self) -> dict[str, Any]:
        """What each control shows."""
        days = self._one("select").get_property("value")
        return {
            "level": self.level(),
            "actsOnSight": self._control("actsOnSight").is_selected(),
            "recheckDays": int(days),
            "keepsHistory": self._control("keepsHistory").is_selected(),
            "language": "en" if self._control("language").is_selected() else "browser",
        }

    def wait_for(self, **values: Any) -> None:
        """Wait until these are shown."""
        until(lambda: self.values() | values == self.values(), f"choices {values}")

    def choose_level(self, level: str) -> None:
        """Click on its name."""
        self._labelled(f"level_{level}").click()

    def toggle(self, label: str) -> None:
        """Click on the text beside a checkbox: the key of a message."""
        self._labelled(label).click()

    def choose_days(self, days: int) -> None:
        """Choose from the list."""
        Select(self._control("recheckDays")).select_by_value(str(days))

    def reset(self) -> None:
        """Press the button for it."""
        self._one("#reset").click()

    def wait_for_status(self, key: str) -> None:
        """Wait until the status tells this message."""
        until(lambda: self._one("#saved").text == self._said(key), f"status {key}")

    def wait_for_text(self, key: str) -> None:
        """Wait until this message can be read."""
        until(lambda: self._said(key) in self.text(), f"text {key}")

    def wait_for_no_text(self, key: str) -> None:
        """Wait until this message cannot be read any more."""
        until(lambda: self._said(key) not in self.text(), f"end of the text {key}")

    def locked(self) -> list[str]:
        """The preferences that cannot be changed, each of them said to be so."""
        off = [name for name in NAMES if not self._control(name).is_enabled()]
        marks = [
            mark.get_attribute("data-managed")
            for mark in self._all("[data-managed]")
            if mark.is_displayed() and mark.text == words.message("options_managed")
        ]
        assert marks == off
        return off

    def wait_for_stored(self, **values: Any) -> None:
        """Wait until our storage holds these."""
        until(lambda: self.stored() | values == self.stored(), f"stored {values}")

    def ignored(self) -> list[str]:
        """The entries of a policy that the page says are ignored, sorted."""
        start, end = words.message("options_ignored").split("{names}")
        note = next((line for line in self.text().split("\n") if line.startswith(start)), "")
        return sorted(note.removeprefix(start).removesuffix(end).split(", ")) if note else []

    def wait_until_closed(self, path: str) -> None:
        """Wait until no tab is at this page of ours."""
        url = self.browser.extension_url(path)
        until(lambda: url not in self.browser.tab_urls(), f"end of the tab at {path}")

    def text(self) -> str:
        """All that can be read on it."""
        return self._one("body").text

    def focused(self) -> str:
        """What has the keyboard: a preference, an id, or an address."""
        return self.browser.driver.execute_script(
            """const {dataset, id, href} = document.activeElement;
               return dataset.preference ?? (id || (href ?? '').split('/').at(-1));"""
        )

    def focus_first(self) -> None:
        """Go by the keyboard to the first choice."""
        self._one("body").send_keys(Keys.TAB)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, a promise waited for."""
        return self.browser.driver.execute_async_script(
            f"const done = arguments[0]; Promise.resolve({expression}).then(done)"
        )

    def store(self, key: str, expression: str) -> None:
        """Put something into our storage, as another version of ours might."""
        self.evaluate(f"browser.storage.local.set({{{key}: {expression}}})")

    def stored(self) -> dict[str, Any]:
        """What our storage holds of the choices, and of a policy."""
        return self.evaluate("browser.storage.local.get(['preferences', 'policy'])")

    def refuse_to_store(self) -> None:
        """Have the browser refuse what this page stores, as it does when the disk is full."""
        self.browser.driver.execute_script(
            "browser.storage.local.set = () => Promise.reject(new Error('full'))"
        )

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self.browser.driver.switch_to.active_element.send_keys(key)

    def _said(self, key: str) -> str:
        return words.message(key, self.language)

    def _labelled(self, key: str) -> WebElement:
        return self._one(f"label [data-i18n={key}]")

    def _control(self, name: str) -> WebElement:
        return self._one(f"[data-preference={name}]")

    def _one(self, css: str) -> WebElement:
        return self.browser.driver.find_element(By.CSS_SELECTOR, css)

    def _all(self, css: str) -> list[WebElement]:
        return self.browser.driver.find_elements(By.CSS_SELECTOR, css)
