/**
 * A copy of what a template holds, and how to find its parts.
 * @param {string} id
 */
function fromTemplate(id) {
  const { content } = /** @type {HTMLTemplateElement} */ (byId(id));
  const root = /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));
  /** @param {string} css */
  const part = (css) => /** @type {HTMLElement} */ (root.querySelector(css));
  return { root, part };
}

/** A part that is there only if it says something. @param {HTMLElement} element @param {Words} words */
function say(element, words) {
  fill(element, words);
  element.hidden = textOf(words) === '';
}
