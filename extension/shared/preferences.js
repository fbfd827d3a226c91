/**
 * The member's preferences: chosen in the options, or set by an organisation's policy, which wins.
 * Every one is a choice among few values, and each is judged alone: what is broken in storage or in
 * a policy costs only itself.
 */

/** @type {Preferences} */
const DEFAULT_PREFERENCES = Object.freeze({
  level: 'banner',
  actsOnSight: false,
  recheckDays: 30,
  keepsHistory: true,
  language: 'browser',
});

/** @type {{readonly [Name in keyof Preferences]: readonly Preferences[Name][]}} */
const PREFERENCE_VALUES = {
  level: ['banner', 'quiet', 'look'],
  actsOnSight: [false, true],
  recheckDays: [0, 7, 30, 90],
  keepsHistory: [false, true],
  language: ['browser', 'en'],
};

const PREFERENCE_NAMES = /** @type {(keyof Preferences)[]} */ (Object.keys(PREFERENCE_VALUES));

/** @param {unknown} stored @returns {Record<string, unknown>} */
function recordOf(stored) {
  const isRecord = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isRecord ? /** @type {Record<string, unknown>} */ (stored) : {};
}

/** @param {keyof Preferences} name @param {unknown} value */
const isAllowed = (name, value) =>
  PREFERENCE_NAMES.includes(name) && PREFERENCE_VALUES[name].some((allowed) => allowed === value);

/**
 * The preferences in it that have a value they may have.
 * @param {Record<string, unknown>} record
 * @returns {Partial<Preferences>}
 */
function validPreferences(record) {
  const valid = PREFERENCE_NAMES.filter((name) => isAllowed(name, record[name]));
  return Object.fromEntries(valid.map((name) => [name, record[name]]));
}

/**
 * What counts, out of what was chosen and what a policy sets. Never throws, whatever they are.
 * @param {unknown} local as kept in storage.local
 * @param {unknown} managed all that storage.managed holds
 * @returns {PreferencesFound}
 */
function mergePreferences(local, managed) {
  const policy = recordOf(managed);
  const locked = validPreferences(policy);
  const heeded = [
    ...Object.keys(locked),
    ...(typeof policy.welcome === 'boolean' ? ['welcome'] : []),
  ];
  return {
    values: { ...DEFAULT_PREFERENCES, ...validPreferences(recordOf(local)), ...locked },
    managed: PREFERENCE_NAMES.filter((name) => Object.hasOwn(locked, name)),
    ignored: Object.keys(policy).filter((name) => !heeded.includes(name)),
    welcomes: policy.welcome !== false,
  };
}

/** @param {unknown} text */
function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * Asks the browser for the policy, and keeps a copy: for seconds after its start a browser may not
 * answer, and nothing shall wait for that. A new copy is a change in storage, which all of us hear.
 * @param {unknown} kept the copy
 * @returns {Promise<string>} as JSON
 */
async function refreshPolicy(kept) {
  // One browser refuses where there is no policy.
  const policy = JSON.stringify((await browser.storage.managed.get().catch(() => null)) ?? {});
  if (policy !== kept) await browser.storage.local.set({ policy }).catch(() => {});
  return policy;
}

/** The messages that were chosen; null: those of the browser. @param {Preferences} values */
const textsIn = ({ language }) => (language === 'en' ? ENGLISH : null);

/**
 * Reads what counts now, the language of our messages with it; never rejects.
 * @returns {Promise<PreferencesFound>}
 */
async function readPreferences() {
  const nothing = { preferences: undefined, policy: undefined };
  const stored = await browser.storage.local.get(Object.keys(nothing)).catch(() => nothing);
  const asked = refreshPolicy(stored.policy);
  const found = mergePreferences(stored.preferences, parsed(stored.policy ?? (await asked)));
  speak(textsIn(found.values));
  return found;
}

/** Hears what counts after every change, by whomever. @param {(found: PreferencesFound) => void} hear */
function watchPreferences(hear) {
  browser.storage.onChanged.addListener((changes, area) => {
    const ours = area === 'local' && ('preferences' in changes || 'policy' in changes);
    if (ours || area === 'managed') readPreferences().then(hear);
  });
}

/**
 * One write after the other, whichever of our pages it comes from.
 * @param {() => Promise<boolean>} write
 * @returns {Promise<boolean>} false if it was refused, by us or by the browser
 */
function writeInTurn(write) {
  return navigator.locks.request('preferences', write).catch(() => false);
}

/**
 * Keeps a choice, unless a policy made it or it is none.
 * @param {keyof Preferences} name
 * @param {unknown} value
 * @returns {Promise<boolean>} whether it is kept
 */
function savePreference(name, value) {
  return writeInTurn(async () => {
    const { managed } = await readPreferences();
    if (managed.includes(name) || !isAllowed(name, value)) return false;
    const { preferences } = await browser.storage.local.get('preferences');
    await browser.storage.local.set({ preferences: { ...recordOf(preferences), [name]: value } });
    return true;
  });
}

/** Forgets every choice, so that the defaults count. @returns {Promise<boolean>} */
function resetPreferences() {
  return writeInTurn(async () => {
    await browser.storage.local.remove('preferences');
    return true;
  });
}
