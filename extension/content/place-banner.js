/** Where the banner stands: never over LinkedIn's switch nor over what has the focus. */

/** In order of preference; each is a class of the style sheet. */
const PLACES = ['bottom-end', 'top-end', 'bottom-start', 'top-start', 'middle'];

/** @param {DOMRect} a @param {DOMRect} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Moves the banner to the first place that covers none of the boxes; where it stands already is
 * tried first, so that it rests.
 * @param {HTMLElement} banner
 * @param {DOMRect[]} boxes
 */
function placeBanner(banner, boxes) {
  const now = banner.dataset['place'] ?? '';
  for (const place of [now, ...PLACES].filter(Boolean)) {
    banner.dataset['place'] = place;
    const box = banner.getBoundingClientRect();
    if (!boxes.some((other) => overlap(box, other))) return;
  }
  banner.dataset['place'] = PLACES[0];
}
