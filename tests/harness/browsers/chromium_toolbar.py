"""Chromium's own toolbar, as it is on a screen: no protocol draws it."""

from collections.abc import Callable
from typing import Any

from PIL import Image, ImageChops, ImageGrab

from .wait import until

Box = tuple[int, int, int, int]

# A colour that nobody else's toolbar has.
_MARKER = (255, 0, 255)
_MARK = """(async () => {
  const [tab] = await browser.tabs.query({active: true, lastFocusedWindow: true});
  const canvas = new OffscreenCanvas(32, 32);
  const paint = canvas.getContext('2d');
  paint.fillStyle = '#f0f';
  paint.fillRect(0, 0, 32, 32);
  const imageData = paint.getImageData(0, 0, 32, 32);
  await browser.action.setBadgeText({tabId: tab.id, text: ''});
  await browser.action.setIcon({tabId: tab.id, imageData});
})()"""
_AROUND = 10  # CSS pixels of the button around its icon of 16: the badge overlaps the icon's edge


class ChromiumToolbar:
    """The toolbar of the one window on a screen."""

    def __init__(self, display: str, scale: int):
        """Look at this screen."""
        self._display, self._scale = display, scale

    def window(self) -> Image.Image:
        """What the screen shows of the window: the rest of it is black."""
        if not self._display:
            raise RuntimeError("without a screen it draws no window: see `display` of `launch`")
        return ImageGrab.grab(xdisplay=self._display)

    def find_button(self, ask: Callable[[str], Any]) -> Box:
        """Where our button is on the screen.

        It is found by an icon of one loud colour, put there for the tab in front: so that tab
        is to be closed afterwards.
        """
        ask(_MARK)
        left, top, right, bottom = until(self._marked, "marked button on the screen")
        around = _AROUND * self._scale
        return (left - around, top - around, right + around, bottom + around)

    def _marked(self) -> Box | None:
        window = self.window()
        others = ImageChops.difference(window, Image.new("RGB", window.size, _MARKER))
        marked = others.convert("L").point(lambda value: 255 if value == 0 else 0)
        return marked.getbbox()
