/**
 * How long ago, such as "45 days ago".
 * @param {number} at as of Date.now()
 * @returns {string}
 */
function sayAgo(at) {
  const days = Math.floor((Date.now() - at) / (24 * 60 * 60_000));
  const format = new Intl.RelativeTimeFormat(localise('date_language'), { numeric: 'always' });
  return format.format(-days, 'day');
}
