/**
 * The one node of ours in LinkedIn's page: a host with a random name and a closed shadow root,
 * before <body> so that one Tab from the top of the page reaches the banner.
 */

/** @type {{host: HTMLElement, root: ShadowRoot, theme: CSSStyleSheet} | null} */
let overlay = null;
/** The page's colour scheme, as last told. */
let scheme = '';

/** What hosts are called: a name that no list of known names can hold. */
const HOST = /^x[\da-f-]{36}$/;

/** Where scripts start in open pages, an update finds the overlay of the script that it ended. */
function removeOldOverlays() {
  for (const node of document.querySelectorAll(':root > *')) {
    if (HOST.test(node.localName)) node.remove();
  }
}

/**
 * The overlay's root, put into the page where it is not there, or no longer.
 * @returns {ShadowRoot}
 */
function openOverlay() {
  if (!overlay) {
    const host = document.createElement(`x${crypto.randomUUID()}`);
    const root = host.attachShadow({ mode: 'closed' });
    const style = new CSSStyleSheet();
    const theme = new CSSStyleSheet();
    style.replaceSync(OVERLAY_STYLE);
    root.adoptedStyleSheets = [style, theme];
    overlay = { host, root, theme };
    colourOverlay();
  }
  if (!overlay.host.isConnected) document.documentElement.insertBefore(overlay.host, document.body);
  return overlay.root;
}

/** Whether a box shares no area with any of the others. @param {DOMRect} box @param {DOMRect[]} others */
function areApart({ left, right, top, bottom }, others) {
  return others.every(
    (box) => left >= box.right || box.left >= right || top >= box.bottom || box.top >= bottom,
  );
}

function colourOverlay() {
  overlay?.theme.replaceSync(`:host { color-scheme: ${scheme} !important }`);
}

/** Follows the page's own theme. @param {string} told a value of `color-scheme` */
function followTheme(told) {
  if (told === scheme) return;
  scheme = told;
  colourOverlay();
}

/** Leaves nothing behind once nothing is drawn. */
function closeOverlayIfEmpty() {
  if (!overlay?.root.hasChildNodes()) overlay?.host.remove();
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
