/** Our messages, by the browser; or the texts of a language that the member chose instead. */

/** @type {Texts | null} */
let texts = null;

/** @param {Texts | null} chosen null: as the browser has them */
function speak(chosen) {
  texts = chosen;
}

/**
 * A message of ours.
 * @param {string} key as in locales/en.toml
 * @param {...string} values for its placeholders, in the order of the English text
 * @returns {string}
 */
function localise(key, ...values) {
  if (texts === null) return browser.i18n.getMessage(key, values);
  const text = texts[key] ?? '';
  return text.replace(/\$(\$|\d)/g, (_, place) =>
    place === '$' ? place : (values[place - 1] ?? ''),
  );
}

/** The language and direction that our messages are in. @returns {{lang: string, dir: string}} */
function messageLanguage() {
  const lang = localise('language');
  return { lang, dir: new Intl.Locale(lang).getTextInfo().direction ?? 'ltr' };
}
