"""What a member does, and what happens to them on the way. Each ends with a claim, or without."""

from collections.abc import Callable
from contextlib import suppress

from tests.harness.words import BADGES
from tests.truth.witness import Witness

Journey = Callable[[Witness], None]

# Words for the way to a claim; a page that is not ours has none.
ON_THE_WAY = {"looking", "looking_asked", "cancelled", "saving", "proving", "elsewhere"}
CLAIMS = sorted(BADGES.keys() - ON_THE_WAY)
OTHER_PAGE = "/mypreferences/d/dark-mode"
SWITCH = "[role=switch], [aria-pressed], main input[type=checkbox]"
PATIENCE = 60.0  # seconds: longer than any wait of the extension's


def start(page: Witness) -> None:
    """Ask for it to be turned off."""
    page.ask()


def finish(page: Witness) -> None:
    """Wait for a claim that lasts; what was claimed on the way is noted."""

    def rests() -> bool:
        claim = page.wait_for_state(*CLAIMS, seconds=PATIENCE)
        page.settle()
        return page.state == claim

    page.wait_until(rests, "claim that lasts")


def turn_off(page: Witness) -> None:
    """One click, and what comes of it."""
    start(page)
    finish(page)


def turn_off_and_come_back(page: Witness) -> None:
    """The same, and the page opened once more when LinkedIn has turned it on by itself."""
    turn_off(page)
    page.wait_until(lambda: page.linkedin.settings[page.key], "LinkedIn's own change")
    page.open()
    finish(page)


def turn_off_while_linkedin_leads_away(page: Witness) -> None:
    """The page goes elsewhere before the save is answered."""
    start(page)
    page.wait_until(lambda: "/feed/" in page.browser.driver.current_url, "the feed")
    page.settle()


def close_the_tab(page: Witness) -> None:
    """The tab is closed while the save is under way; another one shows what became of it."""
    before = page.browser.driver.current_window_handle
    page.open_in_new_tab()
    page.wait_for_state("on")
    page.click_toolbar()
    page.wait_for_state("saving")
    page.browser.close_tab()
    page.go_to_tab(before)
    page.open()
    finish(page)


def lose_the_network(page: Witness) -> None:
    """The browser goes offline while the save is under way, and comes back after the claim."""
    start(page)
    page.wait_for_state("saving")
    with page.browser.offline():
        with suppress(AssertionError):  # the browser's own error page makes no claim
            page.wait_for_state(*CLAIMS, seconds=15)
        assert "off" not in page.states
    page.open()
    finish(page)


def use_two_tabs(page: Witness) -> None:
    """Both tabs show it on, and the button is clicked in both."""
    first = page.browser.driver.current_window_handle
    page.open()
    page.wait_for_state("on")
    page.open_in_new_tab()
    turn_off_here(page)
    page.go_to_tab(first)
    turn_off_here(page)


def turn_off_here(page: Witness) -> None:
    """Click the button in a tab that shows the page."""
    page.wait_for_state("on")
    page.click_toolbar()
    finish(page)


def flip_by_hand(page: Witness) -> None:
    """The member turns the switch on again while our save is under way."""
    start(page)
    page.wait_for_state("saving")
    page.click_what_is_ringed()
    page.wait_until(lambda: (page.state, len(page.linkedin.saves) == 2)[1], "both saves")
    finish(page)


def stop_the_background(page: Witness) -> None:
    """The browser stops the service worker while the save is under way."""
    start(page)
    page.wait_for_state("saving")
    page.browser.stop_background()
    finish(page)


def update_the_extension(page: Witness) -> None:
    """A new version is installed while the save is under way; the page is opened once more."""
    start(page)
    page.wait_for_state("saving")
    page.browser.update_extension()
    page.wait_until(lambda: page.linkedin.saves, "LinkedIn's answer")
    page.settle()
    assert "off" not in page.states
    page.open()
    finish(page)


def disable_the_extension(page: Witness) -> None:
    """It is disabled while the save is under way, and enabled later."""
    start(page)
    page.wait_for_state("saving")
    page.browser.disable_extension()
    page.linkedin.wait_for(lambda: page.linkedin.saves)
    page.browser.enable_extension()
    page.open()
    finish(page)


def arrive_off(page: Witness, path: str | None = None) -> None:
    """LinkedIn has it off, and a fresh load shows it; from then on LinkedIn has it on."""
    page.linkedin.settings[page.key] = False
    page.open(path or page.address)
    page.wait_for_state("off")
    page.settle()


def change_in_secret(page: Witness) -> None:
    """LinkedIn turns it on by itself; what was seen before does not count."""
    page.linkedin.settings[page.key] = True
    page.forget_claims()


def reload_plainly(page: Witness) -> None:
    """F5, in a page whose switch was flipped by hand: browsers restore form controls."""
    page.open()
    page.wait_for_state("on")
    page.click_what_is_ringed()
    page.wait_for_state("unproven")
    page.linkedin.wait_for(lambda: page.linkedin.saves)
    change_in_secret(page)
    page.reload_plainly()
    finish(page)


def go_back(page: Witness) -> None:
    """Back to a page that the browser kept."""
    arrive_off(page)
    page.open(OTHER_PAGE)
    change_in_secret(page)
    page.browser.driver.back()
    finish(page)


def go_forward(page: Witness) -> None:
    """Forward to a page that the browser kept."""
    page.open(OTHER_PAGE)
    arrive_off(page)
    page.browser.driver.back()
    change_in_secret(page)
    page.browser.driver.forward()
    finish(page)


def restore_the_tab(page: Witness) -> None:
    """The tab is closed, and restored."""
    arrive_off(page)
    change_in_secret(page)
    page.browser.restore_tab()
    finish(page)


def duplicate_the_tab(page: Witness) -> None:
    """The tab is duplicated."""
    arrive_off(page)
    change_in_secret(page)
    page.browser.duplicate_tab()
    finish(page)


def meet_the_cache(page: Witness) -> None:
    """The browser's HTTP cache answers."""
    path = f"{page.address}?cached=1"
    arrive_off(page, path)
    page.open("/feed/")
    change_in_secret(page)
    page.open(path)
    finish(page)


def meet_a_service_worker(page: Witness) -> None:
    """LinkedIn's own service worker answers with what it kept."""
    arrive_off(page)
    page.wait_for_service_worker()
    page.open()
    page.open("/feed/")
    change_in_secret(page)
    page.open()
    finish(page)


def meet_a_speculation(page: Witness) -> None:
    """The feed has the page prerendered or prefetched, where the browser does that."""
    page.linkedin.settings[page.key] = False
    page.open("/feed/")
    page.linkedin.wait_for(
        lambda: any(asked.path == page.address for asked in page.linkedin.requests), 3
    )
    page.settle()
    assert page.overlay_nodes == 0
    change_in_secret(page)
    page.browser.driver.execute_script("location.href = arguments[0]", page.address)
    finish(page)
