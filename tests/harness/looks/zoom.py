"""The browser's own zoom, as a person sets it: it holds for all pages of a site."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.harness.browsers import Browser, until

# Asked of the browser in a page of the extension's own, which is zoomed with the others.
_ZOOM = """const [factor, done] = arguments;
browser.tabs.query({})
  .then((tabs) => Promise.all(tabs.map(({ id }) => browser.tabs.setZoom(id, factor))))
  .then(() => done());"""
_SIZE = "return innerWidth"


@contextmanager
def zoomed(browser: Browser, factor: int = 2) -> Iterator[None]:
    """Have the site of the driver's page, and all of ours, so many times as large as usual.

    Args:
        browser: its tab must be at that site at the end, too.
        factor: 2 is 200 %.
    """
    driver = browser.driver
    width = driver.execute_script(_SIZE)
    try:
        _zoom(browser, factor)
        until(lambda: abs(driver.execute_script(_SIZE) * factor - width) <= factor, "zoomed page")
        yield
    finally:
        _zoom(browser, 1)
        until(lambda: driver.execute_script(_SIZE) == width, "page as it was")


def _zoom(browser: Browser, factor: int) -> None:
    driver = browser.driver
    back = driver.current_window_handle
    driver.switch_to.new_window("tab")
    browser.open_extension_page("welcome/welcome.html")
    driver.execute_async_script(_ZOOM, factor)
    driver.close()
    driver.switch_to.window(back)
    browser.show()
