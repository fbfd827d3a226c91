/**
 * A ring drawn over the page around an element, with a tag that says what it is. For the eyes only:
 * the banner speaks. No node of the page is touched.
 */

/** Smaller boxes than this cannot be seen (px). */
const VISIBLE = 8;
/** Between the element and its ring (px). */
const GAP = 4;

/** @type {ReturnType<typeof createRing> | null} */
let ring = null;

/** @param {Element} element @returns {DOMRect} its box in this window, from inside frames too */
function boxOf(element) {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const around = boxOf(frame);
  return new DOMRect(around.x + box.x, around.y + box.y, box.width, box.height);
}

/** @param {DOMRect} box */
const isVisible = ({ width, height }) => Math.min(width, height) >= VISIBLE;

/**
 * The box that a person sees of a control: its own, else its label's, else its row's.
 * @param {Element} control
 * @returns {DOMRect}
 */
function visibleBoxOf(control) {
  const own = boxOf(control);
  if (isVisible(own)) return own;
  const labels = /** @type {HTMLInputElement} */ (control).labels ?? [];
  const row = control.parentElement;
  const around = [...labels, row, row?.parentElement, control.closest('li, div, p')];
  return around.flatMap((part) => (part ? boxOf(part) : [])).find(isVisible) ?? own;
}

/** What says in words what the control is: the tag is not to cover it. @param {Element} control */
function labelsOf(control) {
  const { labels } = /** @type {HTMLInputElement} */ (control);
  // Not `ariaLabelledByElements`: once an update has ended a script that used it, Firefox's tab
  // crashes when the next one does (measured, 153).
  const ids = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const named = ids.flatMap((id) => control.ownerDocument.getElementById(id) ?? []);
  return [...(labels ?? []), ...named];
}

function createRing() {
  const tag = make('span', { class: 'tag', ...messageLanguage() });
  const around = make('div', { class: 'ring', 'aria-hidden': 'true' }, tag);
  return { around, tag, placed: '' };
}

/**
 * Where the tag stands, in the window and off the labels: on the upper edge of a wide row, above
 * whatever is smaller, else below or beside it.
 * @param {DOMRect} box what the ring is around, its own gap with it
 * @param {{offsetWidth: number, offsetHeight: number}} tag
 * @param {DOMRect[]} labels
 */
function placeOfTag(box, { offsetWidth: width, offsetHeight: height }, labels) {
  const { left, right, top, bottom } = box;
  const x = Math.min(
    Math.max(left + right < innerWidth ? left : right - width, GAP),
    innerWidth - width - GAP,
  );
  const middle = (top + bottom - height) / 2;
  const above = new DOMRect(x, top - height - GAP, width, height);
  const places = [
    above,
    new DOMRect(x, bottom + GAP, width, height),
    new DOMRect(left - width - GAP, middle, width, height),
    new DOMRect(right + GAP, middle, width, height),
  ];
  if (box.width > 1.5 * width && box.height > 2 * height) {
    places.unshift(new DOMRect((left + right - width) / 2, top - height / 3, width, height));
  }
  const inside = places.filter(
    (at) => at.left >= 0 && at.right <= innerWidth && at.top >= 0 && at.bottom <= innerHeight,
  );
  return inside.find((at) => areApart(at, labels)) ?? inside[0] ?? above;
}

/** Draws it; `placeRing` puts it where it belongs. @param {string} text what the tag says */
function drawRing(text) {
  ring ??= createRing();
  const { around, tag } = ring;
  if (!around.isConnected) openOverlay().append(around);
  if (tag.textContent !== text) tag.textContent = text;
}

/** Puts the ring around an element, where it is drawn. @param {Element} control */
function placeRing(control) {
  if (!ring) return;
  const { around, tag } = ring;
  const { x, y, width, height } = visibleBoxOf(control);
  // At most looks it stands there already, and the style of a page is not touched for nothing.
  const here = [x, y, width, height, innerWidth, innerHeight, tag.textContent].join();
  if (here === ring.placed) return;
  ring.placed = here;
  const box = new DOMRect(x - GAP, y - GAP, width + 2 * GAP, height + 2 * GAP);
  const at = placeOfTag(box, tag, labelsOf(control).map(boxOf));
  tag.style.translate = `${at.x - box.x}px ${at.y - box.y}px`;
  Object.assign(around.style, {
    translate: `${box.x}px ${box.y}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
}

function eraseRing() {
  ring?.around.remove();
  ring = null;
  closeOverlayIfEmpty();
}
