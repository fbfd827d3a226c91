/**
 * Other people's words within ours: each keeps its own language and direction.
 *
 * @typedef {string | readonly (string | Node)[]} Words
 */

/** The first of the characters that stand for a value; no text of ours has any of them. */
const PLACE = 0xe000;

/** LinkedIn's own words, for instance. @param {Named} named */
function quote({ words, language = 'en' }) {
  const element = document.createElement('bdi');
  element.lang = language;
  element.textContent = words;
  return element;
}

/**
 * A message of ours whose values may be elements.
 * @param {string} key
 * @param {...(string | Node)} values as for `localise`
 * @returns {(string | Node)[]}
 */
function localiseAround(key, ...values) {
  const places = values.map((_, place) => String.fromCharCode(PLACE + place));
  const parts = localise(key, ...places).split(/([\ue000-\uf8ff])/);
  return parts.map((part, at) => (at % 2 ? (values[part.charCodeAt(0) - PLACE] ?? '') : part));
}
