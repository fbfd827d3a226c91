"""A browser as new: one tab, and an extension that remembers nothing."""

from tests.harness.browsers import Browser, until
from tests.harness.linkedin import LinkedIn


def forget(browser: Browser) -> None:
    """Leave nothing of what the extension remembers."""
    for area in ("local", "session"):
        browser.clear_storage(area)


def is_forgotten(browser: Browser) -> bool:
    """Whether nothing is left, but for a copy of the policy; what is there is cleared."""
    kept = browser.extension_storage("local").keys() - {"policy"}
    forget(browser)
    return not kept


def begin_anew(browser: Browser, linkedin: LinkedIn) -> str:
    """Have the browser at a fresh tab, its only one, and the stand-in as new; the tab's handle."""
    driver = browser.driver
    browser.end_accessibility()
    # A pass of the test before must not open a page while its tabs are closed.
    forget(browser)
    before = driver.window_handles
    driver.switch_to.window(before[0])
    driver.switch_to.new_window("tab")
    for handle in before:
        driver.switch_to.window(handle)
        driver.close()
    [home] = driver.window_handles
    driver.switch_to.window(home)
    # A page of the test before may have saved once more until it was closed.
    linkedin.reset()
    until(lambda: is_forgotten(browser), "storage that stays empty")
    return home
