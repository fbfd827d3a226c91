/**
 * Whether an update or the add-ons page ended us: some browsers leave a script in its open page,
 * and it knows by this alone. It can neither tell nor be told any more: its nodes go at once, and
 * nothing may be done.
 * @returns {boolean}
 */
function isOrphaned() {
  if (browser.runtime?.id) return false;
  eraseAll();
  return true;
}
