/** Dates as people write them, in the language of our messages. */

/** @param {number} at ms since 1970 @returns {string} such as "21 November 2026" */
function sayDate(at) {
  return new Intl.DateTimeFormat(localise('language'), { dateStyle: 'long' }).format(at);
}

/** @param {number} at ms since 1970 @returns {string} such as "21 November 2026 at 14:03" */
function sayTime(at) {
  const style = /** @type {const} */ ({ dateStyle: 'long', timeStyle: 'short' });
  return new Intl.DateTimeFormat(localise('language'), style).format(at);
}
