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

/**
 * The first link of a page that leads to a setting.
 * @param {Document} page
 * @param {Catalogue} catalogue
 */
function linkToSetting(page, catalogue) {
  return [...page.links].find(({ href }) => matchPage(catalogue, href)) ?? null;
}

/**
 * What LinkedIn calls a setting in a language, else in English.
 * @param {Setting | null} setting
 * @param {string} language as in the page's lang attribute
 */
function nameOf(setting, language) {
  const { names = {} } = setting ?? {};
  return names[language] ?? names[language.slice(0, 2)] ?? names.en ?? '';
}
