"""Lines and what they stand in are whole pixels high, as they fit their letters."""

import pytest

from tests.harness.looks.gallery import SHOWN, Gallery
from tests.harness.looks.our_pages import SCENES

# Of inline parts the line counts, not the letters' own height.
WRONG = """
const root = arguments[0] ?? document.body;
const isUneven = (pixels) => Math.abs(pixels - Math.round(pixels)) > 0.01;
return [...root.querySelectorAll('*')].filter((part) => part.checkVisibility()).flatMap((part) => {
  const { lineHeight, fontSize, display } = getComputedStyle(part);
  const { y, height } = part.getBoundingClientRect();
  const boxes = display === 'inline' || !arguments[0] ? [] : [y, height];
  const says = [...part.childNodes].some((node) => node instanceof Text && node.data.trim());
  const [line, letters] = [lineHeight, fontSize].map(parseFloat);
  const fits = !says || (line > 1.15 * letters && line < 1.55 * letters);
  if (fits && ![...boxes, ...(says ? [line] : [])].some(isUneven)) return [];
  return [[part.id || part.className || part.localName, letters, line, y, height]];
});
"""
PAGES = ["welcome", "options", "history, entries", "rights, region", "review", "review, report"]
PAGES += ["panel, kept on", "panel, no access"]


@pytest.mark.parametrize("size", [(1280, 757), (640, 379), (320, 569)])
def test_in_the_banner_whatever_it_says(page, dist, browser_name, size):
    gallery = Gallery(page, dist / browser_name)
    with page.browser.page_of(*size):
        gallery.open()
        for name in SHOWN:
            gallery.show(name)
            root = gallery.host.shadow_root
            assert gallery.driver.execute_script(WRONG, root) == [], name


@pytest.mark.parametrize("name", PAGES)
def test_lines_of_our_pages(browser, name):
    SCENES[name].open(browser)
    assert browser.driver.execute_script(WRONG, None) == []
