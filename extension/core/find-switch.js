/**
 * Finds the one switch that certainly belongs to a setting, or nothing. By identity, never by
 * words: first by LinkedIn's own key, else as the only switch of the page's main region.
 */

const CONTROLS =
  'input[type="checkbox"], [role="switch"], button[aria-pressed], [role="button"][aria-pressed]';

const FRAMES = /** @type {'iframe'} */ ('iframe, frame, object');

/** A setting's key of LinkedIn's that we do not know: camelCase, no digits. */
const CAMEL_CASE = /^[a-z]+(?:[A-Z][a-z]*)+$/;

/**
 * The trees a page consists of: the document, its open shadow roots, its same-origin frames.
 * Costs a walk over every element, so it is not for every frame; a walker is the cheapest (measured).
 * @param {Document} page
 * @returns {(Document | ShadowRoot)[]}
 */
function treesOf(page) {
  /** @type {(Document | ShadowRoot)[]} */
  const trees = [page];
  for (const tree of trees) {
    const walker = page.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    const inner = [];
    while (walker.nextNode()) inner.push(/** @type {Element} */ (walker.currentNode).shadowRoot);
    for (const frame of tree.querySelectorAll(FRAMES)) inner.push(frame.contentDocument);
    // A form's field of that name hides the form's own: no tree.
    for (const one of inner) if (one?.getElementById) trees.push(one);
  }
  return trees;
}

/**
 * Whether a node can still be looked at: of a frame that went elsewhere some browsers leave dead
 * objects, and throw at the first glance.
 * @param {Node} node
 */
function isAlive(node) {
  try {
    return node.isConnected && (node.ownerDocument ?? /** @type {any} */ (node)).defaultView;
  } catch {
    return false;
  }
}

/** @param {Element} control @returns {string[]} the ids of what labels it */
const labelIdsOf = (control) => control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];

/** @param {Element} control @returns {string[]} what it is called in language-neutral words */
const keysOf = (control) => [
  control.id,
  control.getAttribute('name') ?? '',
  ...labelIdsOf(control),
];

/** @param {Element} control @returns {Reading | null} */
function readingOf(control) {
  if (control.matches('[type="checkbox"]')) {
    const { checked, indeterminate } = /** @type {HTMLInputElement} */ (control);
    return indeterminate ? null : checked ? 'on' : 'off';
  }
  const checked = control.getAttribute('aria-checked');
  const pressed = control.getAttribute('aria-pressed');
  const value = checked ?? pressed;
  if (value !== (pressed ?? value)) return null;
  if (value === 'true') return 'on';
  return value === 'false' ? 'off' : null;
}

/**
 * A browser restores form controls on a reload: then the property speaks of the past, and only
 * what the HTML says comes from LinkedIn.
 * @param {Element} control
 * @param {Reading} reads
 */
function markupAgrees(control, reads) {
  if (!control.matches('[type="checkbox"]')) return true;
  const { defaultChecked } = /** @type {HTMLInputElement} */ (control);
  const said = control.getAttribute('aria-checked');
  return reads === 'on' || (!defaultChecked && said !== 'true');
}

/**
 * What a control shows now; null where it shows neither on nor off.
 * @param {HTMLElement} control
 * @param {Setting} setting
 * @returns {Finding | null}
 */
function describe(control, { keys }) {
  const reads = readingOf(control);
  if (reads === null) return null;
  const usable =
    !control.matches(':disabled') && !closestAcross(control, '[aria-disabled="true"], [inert]');
  const keyed = keysOf(control).some((key) => keys.includes(key));
  return { control, reads, usable, keyed, markupAgrees: markupAgrees(control, reads) };
}

/**
 * Nothing in a link, in what opens something or in another control's label, and no form's own
 * button: a click there does more than switch.
 * @param {Element} control
 */
function isOnlyASwitch(control) {
  const { type, form } = /** @type {HTMLButtonElement} */ (control);
  const label = /** @type {HTMLLabelElement | null} */ (closestAcross(control, 'label'));
  const passesOn =
    closestAcross(control, 'a[href], summary') || (label?.control ?? control) !== control;
  return !passesOn && !(form && /submit|image|reset/.test(type));
}

/** @param {string | null | undefined} text */
const plain = (text) => (text ?? '').trim().replace(/\s+/g, ' ');

/**
 * The words beside a control: its labels, and the heading of its region.
 * @param {Element} control
 * @param {Element} region
 */
function wordsBeside(control, region) {
  const tree = /** @type {Document | ShadowRoot} */ (control.getRootNode());
  const { labels } = /** @type {HTMLInputElement} */ (control);
  const elements = [
    ...labelIdsOf(control).map((id) => tree.getElementById(id)),
    ...(labels ?? []),
    region.querySelector('h1, h2'),
  ];
  return [control.getAttribute('aria-label'), ...elements.map((e) => e?.textContent)].map(plain);
}

/** @param {Element} node @param {string} selector @returns {Element | null} closest, out of shadow roots and frames too */
function closestAcross(node, selector) {
  const found = node.closest(selector);
  if (found) return found;
  const { host, defaultView } = /** @type {any} */ (node.getRootNode());
  const around = host ?? defaultView?.frameElement;
  return around ? closestAcross(around, selector) : null;
}

/**
 * What speaks against a switch being a setting's: the keys of all the others.
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 */
const keysOfOthers = (setting, { settings, otherKeys }) => [
  ...otherKeys,
  ...settings.flatMap((one) => (one === setting ? [] : one.keys)),
];

/**
 * And their names.
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 */
function namesOfOthers(setting, { settings, otherNames }) {
  const own = Object.values(setting.names);
  const names = settings.flatMap((one) => Object.values(one.names));
  return [...otherNames, ...names].filter((name) => !own.includes(name));
}

/**
 * The only switch of the main region, unless anything about it speaks of another setting. A page
 * that two settings share tells nothing without a key, nor does one of which more is to come.
 * @param {Element[]} controls
 * @param {Document} page
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 * @returns {Element[]} one or none
 */
function onlySwitch(controls, page, setting, catalogue) {
  if (page.readyState === 'loading') return [];
  const inMain = controls.filter((control) => closestAcross(control, catalogue.main));
  const [control] = inMain;
  const region = control?.ownerDocument === page && closestAcross(control, catalogue.main);
  if (!region || inMain.length > 1 || sharesItsPage(setting, catalogue)) return [];
  if (keysOf(control).some((key) => CAMEL_CASE.test(key))) return [];
  const others = namesOfOthers(setting, catalogue);
  return wordsBeside(control, region).some((words) => others.includes(words)) ? [] : [control];
}

/** @param {Setting} setting @param {Catalogue} catalogue */
const sharesItsPage = (setting, { settings }) =>
  settings.some((one) => one !== setting && one.paths.some((path) => setting.paths.includes(path)));

/**
 * @param {object} search
 * @param {Document} search.page
 * @param {(Document | ShadowRoot)[]} search.trees as found by treesOf
 * @param {Setting} search.setting
 * @param {Catalogue} search.catalogue
 * @param {WeakSet<Element>} search.stale controls that stood there before the address changed
 * @returns {Finding | null}
 */
function findSwitch({ page, trees, setting, catalogue, stale }) {
  const controls = trees.flatMap((tree) => [...tree.querySelectorAll(CONTROLS)]);
  const keyed = controls.filter((c) => keysOf(c).some((key) => setting.keys.includes(key)));
  const [control] = keyed.length ? keyed : onlySwitch(controls, page, setting, catalogue);
  if (!control || keyed.length > 1 || !isOnlyASwitch(control)) return null;
  const others = keysOfOthers(setting, catalogue);
  if (keysOf(control).some((key) => others.includes(key))) return null;
  if (!keyed.length && stale.has(control)) return null;
  return describe(/** @type {HTMLElement} */ (control), setting);
}

/**
 * Whether the page is complete and shows no switch at all: then the setting is not offered.
 * @param {Document} page
 * @param {Catalogue} catalogue
 */
function isCompleteWithoutSwitch(page, { main }) {
  const region = page.querySelector(main);
  if (page.readyState !== 'complete' || !region?.querySelector('h1, h2, h3')) return false;
  return !treesOf(page).some((tree) => tree.querySelector(CONTROLS));
}
