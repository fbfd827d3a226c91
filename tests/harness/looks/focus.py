"""How well it can be seen where the keyboard is."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.remote.webdriver import WebDriver

# Each focusable part gets the focus from script, after a key: it counts as the keyboard's then.
# The outline may be drawn by a part around it, such as the banner; it is seen against what lies
# behind that part where it stands off, and against the part where it is drawn inside.
_PARTS = """
const [given] = arguments;
const root = given ?? document;
const CAN = 'a[href], button, input, select, textarea, summary, [tabindex]';
const parts = [...root.querySelectorAll(CAN)]
  .filter((part) => !part.disabled && part.checkVisibility() && !part.matches('h1, h2'));
"""
_TRY = """
const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function pixel(colour) {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return pen.getImageData(0, 0, 1, 1).data;
}
function brightness(colour) {
  const [r, g, b] = [...pixel(colour)].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(...colours) {
  const [dark, light] = colours.map(brightness).sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}
const above = (part) => part.parentElement ?? part.getRootNode().host;
function paperOf(part) {
  for (let around = part; around; around = above(around)) {
    const { backgroundColor } = getComputedStyle(around);
    if (pixel(backgroundColor)[3] === 255) return backgroundColor;
  }
  return 'white';
}
const outlined = (part) => getComputedStyle(part).outlineStyle !== 'none';
function ringOf(part) {
  for (let around = part; around; around = around.parentElement) {
    if (outlined(around)) return around;
  }
  return null;
}
return parts.map((part) => {
  part.focus();
  const name = (part.id || part.textContent || part.outerHTML).trim().slice(0, 60);
  const ring = root.activeElement === part ? ringOf(part) : null;
  if (!ring) return [name, 0, 0];
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(ring);
  const width = parseFloat(outlineWidth);
  const paper = paperOf(parseFloat(outlineOffset) <= -width ? ring : above(ring));
  return [name, width, outlineStyle === 'auto' ? 0 : contrast(outlineColor, paper)];
});
"""


def try_each(driver: WebDriver, root: ShadowRoot | None = None) -> list[tuple[str, float, float]]:
    """Put the keyboard on each part of the driver's page that takes it, or of this closed root.

    Returns:
        Name, width of the outline then (CSS pixels), and its contrast to what is behind it; 0 for
        what the browser itself draws.
    """
    # Else the key, pressed at the end of a page, would lead out of it.
    driver.execute_script(f"{_PARTS} parts[0].focus();", root)
    ActionChains(driver, duration=0).send_keys(Keys.TAB).perform()
    return [tuple(each) for each in driver.execute_script(_PARTS + _TRY, root)]
