/**
 * The setting whose page an address is, or null. Only https, the exact host and the exact path
 * count: query, fragment and one trailing slash may vary.
 * @param {Catalogue} catalogue
 * @param {string} address
 * @returns {Setting | null}
 */
function matchPage(catalogue, address) {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.host !== catalogue.host) return null;
  const path = url.pathname.replace(/\/$/, '');
  return catalogue.settings.find(({ paths }) => paths.includes(path)) ?? null;
}
