/** A ring drawn over the page around an element. No node of the page is touched. */

/** Smaller boxes than this cannot be seen (px). */
const VISIBLE = 8;
/** Between the element and its ring (px). */
const GAP = 4;

/** @type {{stop: () => void} | null} */
let ring = null;
/** @type {Element | null} */
let ringed = null;

/** @param {Element} element @returns {DOMRect} its box in this window, from inside frames too */
function boxOf(element) {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const around = boxOf(frame);
  return new DOMRect(around.x + box.x, around.y + box.y, box.width, box.height);
}

/** @param {Element} element */
function hasSize(element) {
  const { width, height } = element.getBoundingClientRect();
  return width >= VISIBLE && height >= VISIBLE;
}

/**
 * What a person sees of a control: itself, else its label, else the row around it.
 * @param {Element} control
 * @returns {Element}
 */
function visiblePartOf(control) {
  const labels = [...(/** @type {HTMLInputElement} */ (control).labels ?? [])];
  const seen = [control, ...labels].find(hasSize);
  if (seen) return seen;
  let row = control.parentElement;
  while (row?.parentElement && !hasSize(row)) row = row.parentElement;
  return row ?? control;
}

/**
 * Calls back whenever the element may have moved: no work is done while it rests.
 * @param {Element} element
 * @param {() => void} moved
 * @returns {() => void} stops following
 */
function follow(element, moved) {
  const sizes = new ResizeObserver(moved);
  sizes.observe(element);
  sizes.observe(document.documentElement);
  const scroll = /** @type {const} */ ({ capture: true, passive: true });
  addEventListener('scroll', moved, scroll);
  addEventListener('resize', moved);
  return () => {
    sizes.disconnect();
    removeEventListener('scroll', moved, scroll);
    removeEventListener('resize', moved);
  };
}

/** @param {HTMLElement} frame @param {Element} element */
function place(frame, element) {
  const { x, y, width, height } = boxOf(element);
  Object.assign(frame.style, {
    left: `${x - GAP}px`,
    top: `${y - GAP}px`,
    width: `${width + 2 * GAP}px`,
    height: `${height + 2 * GAP}px`,
  });
}

/** @param {Element} control */
function drawRing(control) {
  const element = visiblePartOf(control);
  if (element === ringed) return;
  eraseRing();
  const frame = make('div', { class: 'ring', 'aria-hidden': 'true' });
  openOverlay().append(frame);
  const moved = () => place(frame, element);
  const unfollow = follow(element, moved);
  ringed = element;
  ring = {
    stop() {
      unfollow();
      frame.remove();
    },
  };
  moved();
}

function eraseRing() {
  ring?.stop();
  ring = null;
  ringed = null;
  closeOverlayIfEmpty();
}
