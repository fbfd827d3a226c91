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
 * The scheme of the page's own theme, where it has one; else the browser's. A value of
 * `color-scheme`.
 * @param {Catalogue} catalogue
 * @param {Element} root
 */
function schemeOf({ themes }, root) {
  if (root.matches(themes.dark)) return 'dark';
  return root.matches(themes.light) ? 'light' : 'light dark';
}

/**
 * The first link of a page that leads to the main setting. By the end of its path first: to resolve
 * every address of a page costs more than all else.
 * @param {Document} page
 * @param {Catalogue} catalogue
 */
function linkToSetting(page, catalogue) {
  const ends = mainSetting(catalogue).paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  const links = page.querySelectorAll(ends.map((end) => `a[href*="${end}"]`).join());
  const leads = (/** @type {HTMLAnchorElement} */ { href }) => isMainPage(catalogue, href);
  return /** @type {HTMLAnchorElement[]} */ ([...links]).find(leads) ?? null;
}

/**
 * What LinkedIn calls a setting in a language, else in English.
 * @param {Setting | null} setting
 * @param {string} [language] as in the page's lang attribute
 * @returns {Named}
 */
function nameOf(setting, language = 'en') {
  const { names = {} } = setting ?? {};
  const known = [language, language.slice(0, 2)].find((one) => Object.hasOwn(names, one));
  return { words: names[known ?? 'en'] ?? '', language: known };
}

/** Whether an HTTP status means that LinkedIn wants fewer requests; 999 is its own. @param {number} status */
const isLimit = (status) => status === 429 || status === 999;
