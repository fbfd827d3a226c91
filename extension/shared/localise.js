/**
 * A message of ours in the browser's language.
 * @param {string} key as in locales/en.toml
 * @param {...string} values for its placeholders, in the order of the English text
 * @returns {string}
 */
function localise(key, ...values) {
  return browser.i18n.getMessage(key, values);
}

/** The language and direction that our messages are in. @returns {{lang: string, dir: string}} */
function messageLanguage() {
  return { lang: localise('language'), dir: localise('@@bidi_dir') };
}
