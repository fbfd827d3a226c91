/** In a text that has no elements. @param {string} words */
const isolate = (words) => `\u2068${words}\u2069`;

/** @param {Words} words */
function textOf(words) {
  const parts = typeof words === 'string' ? [words] : words;
  return parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
}

/** @param {Element} element @param {Words} words */
function fill(element, words) {
  element.replaceChildren(...(typeof words === 'string' ? [words] : words));
}

/** The language that the page is in. */
let pageLanguage = '';

/**
 * Fills the elements of an extension page that name their message, where it is not in the language
 * of our messages yet.
 * @param {Document} page
 * @param {string} [title] the message that its title begins with
 */
function localisePage(page, title) {
  const language = messageLanguage();
  if (language.lang === pageLanguage) return;
  pageLanguage = language.lang;
  Object.assign(page.documentElement, language);
  for (const element of page.querySelectorAll('[data-i18n]')) {
    element.textContent = localise(/** @type {HTMLElement} */ (element).dataset.i18n ?? '');
  }
  page.title = [...(title ? [localise(title)] : []), localise('name')].map(isolate).join(' – ');
}

/**
 * Localises the page once it is known in which language, and loads it anew should that change.
 * @param {string} [title]
 */
async function openPage(title) {
  await readPreferences();
  localisePage(document, title);
  watchPreferences(() => {
    if (messageLanguage().lang !== pageLanguage) location.reload();
  });
}
