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
 * The address of a path of LinkedIn's.
 * @param {Catalogue} catalogue
 * @param {string} [path]
 * @returns {string}
 */
function addressOf(catalogue, path = '/') {
  return `https://${catalogue.host}${path}`;
}

/**
 * The address of a setting's page.
 * @param {Catalogue} catalogue
 * @param {Setting} setting
 * @returns {string}
 */
const addressOfSetting = (catalogue, { paths }) => addressOf(catalogue, paths[0]);
