/**
 * Fills the elements of an extension page that name their message.
 * @param {Document} page
 */
function localisePage(page) {
  Object.assign(page.documentElement, messageLanguage());
  for (const element of page.querySelectorAll('[data-i18n]')) {
    element.textContent = localise(/** @type {HTMLElement} */ (element).dataset.i18n ?? '');
  }
  page.title = localise('name');
}
