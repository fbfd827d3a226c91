"""What a person sees and does on LinkedIn's page: the page objects. Locators are private here."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from selenium.common import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.remote.webelement import WebElement

from tests.harness import words
from tests.harness.browsers import GOING, Browser, Panel, until
from tests.harness.linkedin import SETTING_PATH, LinkedIn
from tests.harness.panel_screen import HAS_TOLD

# The one kind of node that is neither <head> nor <body>: nobody else puts any there.
_HOSTS = """return [...document.documentElement.children]
  .filter((child) => !['head', 'body'].includes(child.localName))"""


@dataclass(frozen=True)
class Box:
    """A place in the window, in CSS pixels."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def surrounds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.x + self.width >= other.x + other.width
            and self.y + self.height >= other.y + other.height
        )


@dataclass(frozen=True)
class Banner:
    """The banner as it was read at one moment."""

    headline: str
    detail: str
    hint: str
    buttons: list[str]
    box: Box


@dataclass(frozen=True)
class Tag:
    """The tag at the ring as it was read at one moment."""

    text: str
    box: Box


@dataclass
class SettingsPage:
    """The driver's tab, at a page of LinkedIn's."""

    browser: Browser
    linkedin: LinkedIn
    states: list[str] = field(default_factory=list)
    address: str = SETTING_PATH
    language: str = "en"  # of our messages

    def open(self, path: str | None = None) -> None:
        """Go there by an address typed in; None is the setting's own."""
        self.browser.driver.get(self.linkedin.url(path or self.address))

    def open_in_new_tab(self, path: str | None = None) -> str:
        """Open a page in one more tab, which becomes the driver's; the tab's handle."""
        self.browser.driver.switch_to.new_window("tab")
        self.states.clear()
        self.open(path)
        return self.browser.driver.current_window_handle

    def go_to_tab(self, handle: str) -> None:
        """Select another tab; `states` begins anew."""
        self.browser.driver.switch_to.window(handle)
        self.browser.show()
        self.states.clear()

    def go_to_new_tab(self, before: set[str]) -> None:
        """Select the one tab that is not among these handles, once it is there."""
        driver = self.browser.driver
        opened = until(lambda: set(driver.window_handles) - before, "new tab")
        self.go_to_tab(opened.pop())

    @property
    def state(self) -> str:
        """The state that the toolbar button's title tells; noted in `states` when it is new."""
        state = words.state_titled(self.browser.title())
        if self.states[-1:] != [state]:
            self.states.append(state)
        return state

    @property
    def badge(self) -> str:
        """What the toolbar button's badge shows."""
        return self.browser.badge()

    def wait_for_state(self, *states: str, seconds: float = 20) -> str:
        """Wait until title and badge both show one of these states; which one comes back."""

        def shown() -> bool:
            state = self.state
            return state in states and self.badge == self.badge_in(state)

        try:
            until(shown, f"state {' or '.join(states)}", seconds)
        except TimeoutException as error:
            raise AssertionError(f"{error.msg}; seen: {self.states}, {self.badge!r}") from None
        return self.states[-1]

    def badge_in(self, state: str) -> str:
        """What the badge has to show in a state."""
        return words.BADGES[state]

    def settle(self) -> None:
        """Watch for as long as a reading needs to be believed, and a little more."""
        ends = time.monotonic() + 2.5
        until(lambda: (self.state, time.monotonic() > ends)[1], "time")

    def wait_a_second_click_apart(self) -> None:
        """Let the time pass in which two clicks count as one."""
        ends = time.monotonic() + 1.1
        until(lambda: time.monotonic() > ends, "time")

    def click_toolbar(self, times: int = 1) -> None:
        """Click the real toolbar button."""
        self.browser.click_toolbar(times)

    def open_panel(self) -> Panel:
        """Click the toolbar button where that opens the panel, and wait until it says something."""
        self.click_toolbar()
        panel = self.browser.panel()
        until(lambda: panel.evaluate(HAS_TOLD), "text in the panel")
        return panel

    def click_toolbar_of_an_old_page(self) -> None:
        """Click the toolbar button where the page was open before the extension ran.

        One browser starts scripts in open tabs, and the page answers; the other offers to reload.
        """
        self.states.clear()
        self.click_toolbar()
        unanswered = ("elsewhere", "on", "unproven")
        until(lambda: self.state not in unanswered or self.browser.find_panel(), "answer")
        if panel := self.browser.find_panel():
            said = words.message("headline_open_before")
            until(lambda: said in panel.evaluate("document.body.innerText"), said)
            label = panel.evaluate("document.getElementById('action').textContent")
            assert label == words.message("button_reload_and_turn_off")
            panel.click("#action")

    @property
    def overlay_hosts(self) -> list[WebElement]:
        """The nodes of ours in the page: one that holds banner and ring, or none."""
        return self.browser.driver.execute_script(_HOSTS)

    @property
    def overlay_nodes(self) -> int:
        """How many nodes of ours are in the page."""
        return len(self.overlay_hosts)

    @property
    def banner(self) -> Banner | None:
        """The banner, or None where there is none."""
        return self._read(self._read_banner)

    def wait_for_banner(self, state: str, seconds: float = 20) -> Banner:
        """Wait for the banner that tells this state."""
        expected = words.message(f"headline_{state}", self.language)

        def told() -> Banner | None:
            banner = self.banner
            return banner if banner and banner.headline == expected else None

        return until(told, f"banner {expected!r}", seconds)

    def wait_until_no_banner(self) -> None:
        """Wait until no banner is there."""
        until(lambda: self.banner is None, "end of the banner")

    def press_banner_button(self, label: str) -> None:
        """Click a button of the banner with the mouse."""
        buttons = self._in_overlay("button")
        next(button for button in buttons if button.text == label).click()

    def try_banner_button(self, label: str) -> bool:
        """Click a button of the banner with the mouse, if it is still there; whether it was."""
        try:
            self.press_banner_button(label)
        except (*GOING, StopIteration):
            return False
        return True

    def click_banner_button_by_script(self, label: str) -> None:
        """Dispatch a click, not trusted, at a button of the banner: no page could even do that."""
        [button] = [each for each in self._in_overlay("button") if each.text == label]
        self.browser.driver.execute_script("arguments[0].click()", button)

    @property
    def banner_scrolls(self) -> bool:
        """Whether there is more in the banner than it shows at once."""
        [section] = self._in_overlay("section")
        script = "return arguments[0].scrollHeight > arguments[0].clientHeight"
        return self.browser.driver.execute_script(script, section)

    def fill_clipboard(self, text: str) -> None:
        """Put a text on the clipboard, as a person does: typed somewhere, and cut."""
        with self._scratch_field() as area:
            area.send_keys(text, Keys.CONTROL, "a", "x")

    def clipboard(self) -> str:
        """What the clipboard holds, by pasting it."""
        with self._scratch_field() as area:
            area.send_keys(Keys.CONTROL, "v")
            return area.get_property("value")

    @contextmanager
    def _scratch_field(self) -> Iterator[WebElement]:
        driver = self.browser.driver
        back = driver.current_window_handle
        driver.switch_to.new_window("tab")
        driver.get("data:text/html,<textarea></textarea>")
        yield driver.find_element(By.CSS_SELECTOR, "textarea")
        driver.close()
        driver.switch_to.window(back)
        self.browser.show()

    def hide_time_in_banner(self) -> None:
        """Hide what differs from one picture of the banner to the next; its place stays."""
        [time_read] = self._in_overlay("small")
        self.browser.driver.execute_script("arguments[0].style.opacity = 0", time_read)

    @property
    def overlay_section(self) -> WebElement:
        """The banner itself, to be looked at by a script."""
        [section] = self._in_overlay("section")
        return section

    @property
    def quoted_in_banner(self) -> list[tuple[str, str]]:
        """LinkedIn's own words in the banner, each with its language."""
        quoted = self._in_overlay("section bdi")
        return [(one.text, one.get_attribute("lang")) for one in quoted]

    @property
    def banner_semantics(self) -> dict[str, str]:
        """What assistive technology is told of the banner."""
        [section] = self._in_overlay("section")
        status = section.find_element(By.CSS_SELECTOR, "strong").find_element(By.XPATH, "..")
        return {
            "landmark": section.aria_role,
            "name": section.accessible_name,
            "live": status.aria_role,
            "language": section.get_attribute("lang"),
            "direction": section.get_attribute("dir"),
        }

    @staticmethod
    def wait_until(condition: Callable[[], object], what: str) -> None:
        """Wait for what the page shows to become so."""
        until(condition, what)

    @property
    def focused_in_banner(self) -> str | None:
        """The text of what has the focus in the banner; None where it is elsewhere."""
        # True of a window in the background, too. Element and text in one look: the element may
        # be gone by the next.
        script = "return arguments[0].activeElement?.innerText"
        focused = self._read(
            lambda: [self.browser.driver.execute_script(script, root) for root in self._roots()]
        )
        return focused[0] if focused else None

    def wait_for_ring(self) -> Box:
        """Wait for the ring; where it is."""
        return until(lambda: self.ring, "ring")

    def flip_switch_by_hand(self, css: str = "[role=switch]") -> None:
        """Click LinkedIn's own switch with the mouse."""
        self.browser.driver.find_element(By.CSS_SELECTOR, css).click()

    def click_what_is_ringed(self) -> None:
        """Click LinkedIn's own switch with the mouse, where the ring says that it is.

        As a person finds it: in frames and shadow roots, and where the input itself is hidden.
        """
        box = self.wait_for_ring()
        actions = ActionBuilder(self.browser.driver)
        x, y = int(box.x + box.width / 2), int(box.y + box.height / 2)
        actions.pointer_action.move_to_location(x, y).click()
        actions.perform()

    def wait_for_service_worker(self) -> None:
        """Wait until LinkedIn's service worker answers for the pages to come."""
        self.browser.driver.execute_async_script(
            "navigator.serviceWorker.ready.then(() => arguments[0]())"
        )

    def forget_site(self) -> None:
        """Leave nothing of LinkedIn's in the browser: no cache, no service worker.

        Workers by hand, because Firefox now and then keeps one through Clear-Site-Data (measured).
        """
        self.linkedin.service_worker = False
        self.open("/feed/")
        self.browser.driver.execute_async_script(
            """const done = arguments[0];
            Promise.all([
              navigator.serviceWorker.getRegistrations()
                .then((all) => Promise.all(all.map((one) => one.unregister()))),
              caches.keys().then((keys) => Promise.all(keys.map((key) => caches.delete(key)))),
            ]).then(() => done());"""
        )
        self.open("/sign-out")

    def reload_plainly(self) -> None:
        """Press F5. Not the driver's refresh: in Firefox that one goes past every cache."""
        self.browser.driver.execute_script("location.reload()")

    @property
    def ring(self) -> Box | None:
        """Where the ring is, or None."""
        rings = self._read(lambda: [_box(ring) for ring in self._in_overlay(".ring")])
        return rings[0] if rings else None

    @property
    def ring_tag(self) -> Tag | None:
        """The tag at the ring, or None."""
        tags = self._read(lambda: [Tag(tag.text, _box(tag)) for tag in self._in_overlay(".tag")])
        return tags[0] if tags else None

    @property
    def banner_buttons(self) -> list[Box]:
        """Where the banner's buttons are."""
        return [_box(button) for button in self._in_overlay("button")]

    def styled(self, css: str, script: str) -> object:
        """What a script answers about the one part of ours that fits a selector."""
        [part] = self._in_overlay(css)
        return self.browser.driver.execute_script(script, part)

    def box_of(self, css: str) -> Box:
        """Where an element of LinkedIn's is."""
        return _box(self.browser.driver.find_element(By.CSS_SELECTOR, css))

    def _read_banner(self) -> Banner | None:
        sections = self._in_overlay("section")
        if not sections:
            return None
        [section] = sections
        return Banner(
            headline=section.find_element(By.CSS_SELECTOR, "strong").text,
            detail=section.find_element(By.CSS_SELECTOR, "[role=status] span").text,
            hint=section.find_element(By.CSS_SELECTOR, "[role=status] span:last-child").text,
            buttons=[b.text for b in section.find_elements(By.CSS_SELECTOR, "button")],
            box=_box(section),
        )

    def _read(self, look: Callable) -> object:
        try:
            return look()
        except GOING:
            return None

    def _in_overlay(self, css: str) -> list[WebElement]:
        return [e for root in self._roots() for e in root.find_elements(By.CSS_SELECTOR, css)]

    def _roots(self) -> list[ShadowRoot]:
        # Firefox answers nothing while a page is being replaced.
        hosts = self.browser.driver.execute_script(_HOSTS) or []
        return [host.shadow_root for host in hosts]


def _box(element: WebElement) -> Box:
    # Not element.rect: that is relative to the document, and the overlay stands in the window.
    script = "const {x, y, width, height} = arguments[0].getBoundingClientRect();"
    values = element.parent.execute_script(f"{script} return [x, y, width, height]", element)
    if values is None:  # Firefox answers nothing while a page is being replaced
        raise StaleElementReferenceException("the page is going")
    return Box(*values)
