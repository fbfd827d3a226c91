/** Dates and numbers, as our messages write them. */

/**
 * @param {number} at as of Date.now()
 * @param {Intl.DateTimeFormatOptions} [more]
 */
function writeDate(at, more) {
  const language = localise('date_language');
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', ...more }).format(at);
}

/**
 * Such as "21 November 2026".
 * @param {number} at as of Date.now()
 * @returns {string}
 */
const sayDate = (at) => writeDate(at);

/**
 * Such as "21 November 2026 at 10:31".
 * @param {number} at as of Date.now()
 * @returns {string}
 */
const sayTime = (at) => writeDate(at, { timeStyle: 'short' });

/** @param {number} number @returns {string} */
const sayNumber = (number) => new Intl.NumberFormat(localise('date_language')).format(number);
