/**
 * Has a link save a value as a JSON file.
 * @param {HTMLAnchorElement} link
 * @param {string} name the file's, without its ending
 * @param {unknown} value
 */
function offerJson(link, name, value) {
  offerFile(link, `${name}.json`, `${JSON.stringify(value, null, 2)}\n`, 'application/json');
}
