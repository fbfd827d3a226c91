/**
 * Has a link save a value as a JSON file, made here and now: no network is needed.
 * @param {HTMLAnchorElement} link
 * @param {string} name the file's, without its ending
 * @param {unknown} value
 */
function offerFile(link, name, value) {
  URL.revokeObjectURL(link.href);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${name.replace(/[^\w.-]/g, '-')}.json`;
}
