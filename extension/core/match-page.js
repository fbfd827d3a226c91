/**
 * The settings whose page an address is; one page can hold several. Only https, the exact host and
 * the exact path count: query, fragment and one trailing slash may vary.
 * @param {Catalogue} catalogue
 * @param {string} address
 * @returns {Setting[]}
 */
function settingsAt(catalogue, address) {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.host !== catalogue.host) return [];
  const path = url.pathname.replace(/\/$/, '');
  return catalogue.settings.filter(({ paths }) => paths.includes(path));
}

/**
 * The setting that Offswitch is for: the button's badge and the banner that nobody asked for speak
 * of no other.
 * @param {Catalogue} catalogue
 * @returns {Setting}
 */
const mainSetting = ({ settings: [first] }) => /** @type {Setting} */ (first);

/** LinkedIn's own name for a setting, in its code. @param {Setting} setting */
const keyOf = ({ keys: [first = ''] }) => first;

/**
 * @param {Catalogue} catalogue
 * @param {string} id
 * @returns {Setting | null}
 */
const settingOf = ({ settings }, id) => settings.find((setting) => setting.id === id) ?? null;

/** Whether an address is the main setting's page. @param {Catalogue} catalogue @param {string} address */
const isMainPage = (catalogue, address) =>
  settingsAt(catalogue, address).includes(mainSetting(catalogue));

/**
 * The first link of a page that leads to the main setting.
 * @param {Document} page
 * @param {Catalogue} catalogue
 */
function linkToSetting(page, catalogue) {
  return [...page.links].find(({ href }) => isMainPage(catalogue, href)) ?? null;
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

/** Whether an HTTP status means that LinkedIn wants fewer requests; 999 is its own. @param {number} status */
const isLimit = (status) => status === 429 || status === 999;
