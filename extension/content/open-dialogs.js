/**
 * The questions of LinkedIn's that can be seen now. They are seen, never answered.
 * @returns {Element[]}
 */
function openDialogs() {
  const dialogs = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';
  return [...document.querySelectorAll(dialogs)].filter((dialog) => dialog.checkVisibility());
}
