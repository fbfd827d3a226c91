/** A ring drawn over the page around an element. No node of the page is touched. */

/** Smaller boxes than this cannot be seen (px). */
const VISIBLE = 8;
/** Between the element and its ring (px). */
const GAP = 4;

/** @type {HTMLElement | null} */
let ring = null;

/** @param {Element} element @returns {DOMRect} its box in this window, from inside frames too */
function boxOf(element) {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const around = boxOf(frame);
  return new DOMRect(around.x + box.x, around.y + box.y, box.width, box.height);
}

/**
 * The box that a person sees of a control: its own, else its label's, else its row's.
 * @param {Element} control
 * @returns {DOMRect}
 */
function visibleBoxOf(control) {
  const labels = /** @type {HTMLInputElement} */ (control).labels ?? [];
  const row = control.parentElement;
  for (const part of [control, ...labels, row, row?.parentElement, control.closest('li, div, p')]) {
    const box = part && boxOf(part);
    if (box && Math.min(box.width, box.height) >= VISIBLE) return box;
  }
  return boxOf(control);
}

/** @param {Element} control */
function drawRing(control) {
  ring ??= make('div', { class: 'ring' });
  if (!ring.isConnected) openOverlay().append(ring);
  const { x, y, width, height } = visibleBoxOf(control);
  Object.assign(ring.style, {
    translate: `${x - GAP}px ${y - GAP}px`,
    width: `${width + 2 * GAP}px`,
    height: `${height + 2 * GAP}px`,
  });
}

function eraseRing() {
  ring?.remove();
  ring = null;
  closeOverlayIfEmpty();
}
