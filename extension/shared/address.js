/** LinkedIn's addresses, for what runs outside its pages. */

/**
 * Whether an address is a page of LinkedIn's.
 * @param {Catalogue} catalogue
 * @param {string} address
 * @returns {boolean}
 */
function isOnSite(catalogue, address) {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.host === catalogue.host;
}

/**
 * Where a setting is changed.
 * @param {Catalogue} catalogue
 * @param {Setting} setting
 * @returns {string}
 */
function addressOf(catalogue, setting) {
  return `https://${catalogue.host}${setting.paths[0]}`;
}
