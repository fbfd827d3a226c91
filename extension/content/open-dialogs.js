/** A question of LinkedIn's that came up after our click. It is seen, never answered. */

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** @returns {Element[]} the dialogs that can be seen now */
function openDialogs() {
  return [...document.querySelectorAll(DIALOGS)].filter((dialog) => dialog.checkVisibility());
}
