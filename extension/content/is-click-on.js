/**
 * Whether a person clicked a control: itself, its label, or what is drawn in its place.
 * @param {Event} event
 * @param {HTMLElement} control
 */
function isClickOn(event, control) {
  if (event.type !== 'click' || !event.isTrusted) return false;
  if (event.composedPath().includes(control)) return true;
  const { left, right, top, bottom } = visibleBoxOf(control);
  const { clientX: x, clientY: y } = /** @type {MouseEvent} */ (event);
  return left <= x && x <= right && top <= y && y <= bottom;
}
