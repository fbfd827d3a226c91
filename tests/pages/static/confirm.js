// @ts-check
// A modal question before a switch turns off. Nobody reported one on LinkedIn's settings.

/** @param {string} label @param {() => void} pressed */
function button(label, pressed) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', pressed);
  return element;
}

/** @param {'' | 'dialog' | 'aria-modal'} kind */
function emptyDialog(kind) {
  const box = document.createElement(kind === 'dialog' ? 'dialog' : 'div');
  box.className = 'confirm-dialog';
  if (kind === 'aria-modal') {
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
  }
  box.setAttribute('aria-label', 'Are you sure?');
  return box;
}

/**
 * Asks; only the confirm button leads on.
 * @param {'' | 'dialog' | 'aria-modal'} kind
 * @param {() => void} confirmed
 */
export function askFirst(kind, confirmed) {
  const box = emptyDialog(kind);
  const question = document.createElement('p');
  question.textContent = 'Are you sure you want to turn this off?';
  const confirm = button('Turn off', () => {
    box.remove();
    confirmed();
  });
  const cancel = button('Cancel', () => box.remove());
  box.append(question, confirm, cancel);
  document.body.append(box);
  if (box instanceof HTMLDialogElement) box.showModal();
  else confirm.focus();
}
