/**
 * Says how a page is built, for an issue: what its controls are and where they stand. Every word
 * is ours, the browser's or the catalogue's; nothing that the page says gets in. In English, for
 * whoever reads the issue.
 */

/** More controls than these are only counted; of what is around one, the nearest so many are named. */
const DESCRIBED = 20;

/** Roles that a switch has, or could be given. */
const ROLES =
  /^(button|checkbox|link|menuitem(checkbox|radio)|none|option|presentation|radio|switch|tab)$/;

/** Longer language tags can hold any word. */
const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** @param {unknown} value @param {string} what */
const no = (value, what) => (value ? what : `no ${what}`);

/**
 * An element's name where the browser knows it; else it is somebody's own word. Nothing else is
 * asked of a form: the names of its fields hide its properties.
 * @param {Element} element
 */
function tagOf(element) {
  const kind = Object.prototype.toString.call(element);
  if (kind === '[object HTMLFormElement]') return 'form';
  if (!/^\[object HTML(?!Unknown)/.test(kind)) return 'other';
  return element.localName.includes('-') ? 'custom element' : element.localName;
}

/** @param {Element} control @param {PageFacts} facts */
function knownKeysOf(control, { setting, catalogue }) {
  const keys = keysOf(control).map((key) => {
    if (setting.keys.includes(key)) return `${key} (ours)`;
    if (keysOfOthers(setting, catalogue).includes(key)) return `${key} (not ours)`;
    return CAMEL_CASE.test(key) && 'a key we do not know';
  });
  return [...new Set(keys)].filter(Boolean).join(', ') || 'no key';
}

/**
 * The names of what is around an element, outermost first, up to the main region.
 * @param {Element} element
 * @param {Element | null} region
 * @returns {string[]}
 */
function tagsTo(element, region) {
  const root = element.getRootNode();
  // Not parentNode: a form can hide it.
  const walker = element.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  const tags = [];
  do tags.push(tagOf(/** @type {Element} */ (walker.currentNode)));
  while (walker.currentNode !== region && walker.parentNode());
  tags.reverse();
  if (!('host' in root) || walker.currentNode === region) return tags;
  return [...tagsTo(/** @type {ShadowRoot} */ (root).host, region), 'shadow root', ...tags];
}

/** @param {Element} control @param {PageFacts} facts */
function describeControl(control, facts) {
  const region = closestAcross(control, facts.catalogue.main);
  const found = describe(/** @type {HTMLElement} */ (control), facts.setting);
  const role = control.getAttribute('role');
  const { type, labels } = /** @type {HTMLInputElement} */ (control);
  const named = control.matches('[aria-label], [aria-labelledby]') || labels?.length;
  const { width, height } = control.getBoundingClientRect();
  return [
    `${tagOf(control)}${control.matches('input, button') ? ` of type ${type}` : ''}`,
    role === null ? 'no role' : `role ${ROLES.test(role) ? role : 'other'}`,
    found ? `reads ${found.reads}, ${found.usable ? '' : 'not '}usable` : 'reads neither',
    `${region ? 'in' : 'outside'} the main region`,
    control.ownerDocument !== facts.page && 'in a frame',
    closestAcross(control, 'a[href]') && 'in a link',
    `${Math.round(width)} x ${Math.round(height)} px`,
    knownKeysOf(control, facts),
    no(named, 'label'),
    tagsTo(control, region).slice(-DESCRIBED).join(' > '),
  ]
    .filter(Boolean)
    .join('; ');
}

/** @param {PageFacts['load']} load */
function describeLoad(load) {
  const { activationStart = 0 } = /** @type {{activationStart?: number}} */ (load ?? {});
  const { type = 'unknown', workerStart = 0, transferSize = 0 } = load ?? {};
  return [
    type,
    no(workerStart > 0, 'service worker'),
    no(transferSize > 0, 'bytes from the network'),
    `${activationStart > 0 ? '' : 'not '}prerendered`,
  ].join(', ');
}

/**
 * @param {PageFacts} facts
 * @returns {string} lines of plain English
 */
function describePage(facts) {
  const { page, trees, catalogue, setting, state, path, version, load, questions } = facts;
  const { main } = catalogue;
  /** @param {string} selector */
  const all = (selector) => trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);
  const { lang, dir } = page.documentElement;
  const [region] = all(main);
  const controls = [...new Set(all(CONTROLS))];
  const keyed = controls.filter((control) =>
    keysOf(control).some((key) => setting.keys.includes(key)),
  );
  const inMain = controls.filter((control) => closestAcross(control, main));
  const first = [...new Set([...keyed, ...inMain, ...controls])].slice(0, DESCRIBED);
  return `Offswitch report: how the page is built. It holds no text, name or address from the page.
Version: ${version}
State: ${[state.name, state.step, state.reason].filter(Boolean).join(', ')}
Address: path ${setting.paths.indexOf(path.replace(/\/$/, '')) + 1} of ${setting.paths.length}
Language: ${LANGUAGE.test(lang) ? lang : 'other'}; direction: ${dir || 'not said'}
Load: ${page.readyState}, ${describeLoad(load)}
Main region: ${region ? tagOf(region) : 'none'}; headings in it: ${all(`:is(${main}) :is(h1, h2, h3)`).length}
Links: ${all('a[href]').length}; forms: ${all('form').length}; frames: ${all('iframe, frame').length}; \
shadow roots: ${trees.filter((tree) => 'host' in tree).length}; open dialogs: ${questions}
Controls: ${controls.length}; in the main region: ${inMain.length}
${first.map((control, i) => `${i + 1}. ${describeControl(control, facts)}\n`).join('')}\
${controls.length > DESCRIBED ? `and ${controls.length - DESCRIBED} more` : ''}`.trim();
}
