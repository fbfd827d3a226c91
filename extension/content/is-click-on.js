/**
 * Whether a person clicked a control: itself, its label, or what is drawn in its place.
 * @param {MouseEvent} click
 * @param {HTMLElement | null} control
 */
function isClickOn(click, control) {
  if (!click.isTrusted || !control) return false;
  if (click.composedPath().includes(control)) return true;
  const { left, right, top, bottom } = visibleBoxOf(control);
  const { clientX: x, clientY: y } = click;
  return left <= x && x <= right && top <= y && y <= bottom;
}
