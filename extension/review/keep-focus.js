/**
 * Where the keyboard goes when what it was on has gone or can no longer be used: nearby.
 * @param {Element | null} before what had it
 */
function keepFocus(before) {
  if (!before || before === document.body) return;
  if (before.checkVisibility() && !before.matches(':disabled')) return;
  const near = [
    document.getElementById(before.id),
    before.closest('.setting')?.querySelector('.open'),
    // Who just began must not pause it by pressing the key once more.
    ...(before.closest('#pass-buttons') ? ['pause', 'resume'] : []).map(byId),
    ...['pass-title', 'report-title', 'title'].map(byId),
  ];
  const next = near.find((element) => element?.checkVisibility());
  /** @type {HTMLElement | undefined} */ (next ?? undefined)?.focus();
}
