/**
 * Finds the one switch that certainly belongs to a setting, or nothing. By identity, never by
 * words: first by LinkedIn's own key, else as the only switch of the page's main region.
 */

const CONTROLS =
  'input[type="checkbox"], [role="switch"], button[aria-pressed], [role="button"][aria-pressed]';

/** A setting's key of LinkedIn's that we do not know: camelCase, no digits. */
const CAMEL_CASE = /^[a-z]+(?:[A-Z]+[a-z]*)+$/;

/**
 * The trees a page consists of: the document, its open shadow roots, its same-origin frames.
 * Costs a walk over every element, so it is not for every frame.
 * @param {Document} page
 * @returns {(Document | ShadowRoot)[]}
 */
function treesOf(page) {
  /** @type {(Document | ShadowRoot)[]} */
  const trees = [page];
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('*')) {
      if (element.shadowRoot) trees.push(element.shadowRoot);
    }
    for (const frame of tree.querySelectorAll('iframe')) {
      if (frame.contentDocument) trees.push(frame.contentDocument);
    }
  }
  return trees;
}

/** @param {Element} control @returns {string[]} what it is called in language-neutral words */
function keysOf(control) {
  const labels = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return [control.id, control.getAttribute('name') ?? '', ...labels].filter(Boolean);
}

/** @param {Element} control @returns {Reading | null} */
function readingOf(control) {
  if (control.matches('input')) {
    const { checked, indeterminate } = /** @type {HTMLInputElement} */ (control);
    return indeterminate ? null : checked ? 'on' : 'off';
  }
  const value = control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');
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
  if (!control.matches('input')) return true;
  const { defaultChecked } = /** @type {HTMLInputElement} */ (control);
  const said = control.getAttribute('aria-checked');
  return reads === 'on' || (!defaultChecked && said !== 'true');
}

/**
 * What a control shows now; null where it shows neither on nor off.
 * @param {HTMLElement} control
 * @returns {Finding | null}
 */
function describe(control) {
  const reads = readingOf(control);
  if (reads === null) return null;
  const usable =
    !control.matches(':disabled') && !control.closest('[aria-disabled="true"], [inert]');
  return { control, reads, usable, markupAgrees: markupAgrees(control, reads) };
}

/** Nothing in a link, and no submit button: a click there does more than switch. @param {Element} control */
function isOnlyASwitch(control) {
  const submits = /** @type {HTMLButtonElement} */ (control).type === 'submit';
  return !control.closest('a[href]') && !(submits && control.closest('form'));
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
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const elements = [
    ...ids.map((id) => tree.getElementById(id)),
    ...(/** @type {HTMLInputElement} */ (control).labels ?? []),
    region.querySelector('h1, h2'),
  ];
  return [control.getAttribute('aria-label'), ...elements.map((e) => e?.textContent)].map(plain);
}

/** @param {Element} node @param {string} selector @returns {Element | null} closest, out of shadow roots too */
function closestAcross(node, selector) {
  const found = node.closest(selector);
  if (found) return found;
  const tree = node.getRootNode();
  return 'host' in tree ? closestAcross(/** @type {ShadowRoot} */ (tree).host, selector) : null;
}

/**
 * The only switch of the main region, unless anything about it speaks of another setting.
 * @param {Element[]} controls
 * @param {Document} page
 * @param {Catalogue} catalogue
 */
function onlySwitch(controls, page, { main, otherNames }) {
  const inMain = controls.filter((c) => c.ownerDocument === page && closestAcross(c, main));
  const [control] = inMain;
  if (!control || inMain.length > 1) return null;
  const region = /** @type {Element} */ (closestAcross(control, main));
  const foreign = keysOf(control).some((key) => CAMEL_CASE.test(key));
  const misnamed = wordsBeside(control, region).some((words) => otherNames.includes(words));
  return foreign || misnamed ? null : control;
}

/**
 * The keyed switch, if there is exactly one.
 * @param {Element[]} controls
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 */
function keyedSwitch(controls, setting, { otherKeys }) {
  const keyed = controls.filter((control) => keysOf(control).includes(setting.key));
  const [control] = keyed;
  if (!control || keyed.length > 1) return { control: null, any: keyed.length > 0 };
  const certain = !keysOf(control).some((key) => otherKeys.includes(key));
  return { control: certain ? control : null, any: true };
}

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
  const keyed = keyedSwitch(controls, setting, catalogue);
  const unkeyed = keyed.any ? null : onlySwitch(controls, page, catalogue);
  const control = keyed.control ?? (unkeyed && !stale.has(unkeyed) ? unkeyed : null);
  if (!control || !isOnlyASwitch(control)) return null;
  return describe(/** @type {HTMLElement} */ (control));
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
