"""What a screen reader says unasked: a live region's text, whenever something in it changes."""

from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.remote.webdriver import WebDriver

# A region is said as a whole, once for all that changed in it at one time. Setting a text, even to
# the same, is a change.
_LISTEN = """
const [given] = arguments;
const root = given ?? document;
const LIVE = '[role=status], [role=alert], [role=log], [aria-live]';
window.announced = [];
window.hearsAnnounced?.disconnect();
window.liveRegions = () => root.querySelectorAll(LIVE).length;
const regionOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)
  ?.closest(LIVE);
window.hearsAnnounced = new MutationObserver((changes) => {
  const nodes = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
  const within = nodes.flatMap((node) => [...(node.querySelectorAll?.(LIVE) ?? [])]);
  const regions = new Set([...nodes.map(regionOf), ...within]);
  for (const region of regions) {
    const text = region?.isConnected && region.innerText.replace(/\\s+/g, ' ').trim();
    if (text) window.announced.push(text);
  }
});
window.hearsAnnounced.observe(root, { subtree: true, childList: true, characterData: true });
"""


def listen(driver: WebDriver, root: ShadowRoot | None = None) -> None:
    """Hear from now on what is announced in the driver's page, or in this closed root of it."""
    driver.execute_script(_LISTEN, root)


def since(driver: WebDriver) -> list[str]:
    """What was announced since this was last asked, or since `listen`."""
    return driver.execute_script("return window.announced.splice(0)")


def regions(driver: WebDriver) -> int:
    """How many live regions there are."""
    return driver.execute_script("return window.liveRegions()")
