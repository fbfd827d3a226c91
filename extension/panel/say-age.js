/**
 * How long ago, such as "45 days".
 * @param {number} at as of Date.now()
 * @returns {string}
 */
function sayAge(at) {
  const days = Math.floor((Date.now() - at) / (24 * 60 * 60_000));
  const style = /** @type {const} */ ({ style: 'unit', unit: 'day', unitDisplay: 'long' });
  return new Intl.NumberFormat(localise('date_language'), style).format(days);
}
