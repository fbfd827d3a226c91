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
});

/** @type {{readonly [Name in keyof Preferences]: readonly Preferences[Name][]}} */
const PREFERENCE_VALUES = {
  level: ['banner', 'quiet', 'look'],
  actsOnSight: [false, true],
  recheckDays: [0, 7, 30, 90],
  keepsHistory: [false, true],
};

const PREFERENCE_NAMES = /** @type {(keyof Preferences)[]} */ (Object.keys(PREFERENCE_VALUES));

/** @param {unknown} stored @returns {Record<string, unknown>} */
function recordOf(stored) {
  const isRecord = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isRecord ? /** @type {Record<string, unknown>} */ (stored) : {};
}

/** @param {keyof Preferences} name @param {unknown} value */
const isAllowed = (name, value) => PREFERENCE_VALUES[name].some((allowed) => allowed === value);

/**
 * The preferences in it that have a value they may have.
 * @param {Record<string, unknown>} record
 * @returns {Partial<Preferences>}
 */
function validPreferences(record) {
  const valid = PREFERENCE_NAMES.filter(
    (name) => Object.hasOwn(record, name) && isAllowed(name, record[name]),
  );
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

/**
 * Reads both storages; what cannot be read counts as empty. One browser refuses to read a policy
 * where there is none.
 * @returns {Promise<PreferencesFound>}
 */
async function readPreferences() {
  const [local, managed] = await Promise.allSettled([
    browser.storage.local.get('preferences'),
    browser.storage.managed.get(),
  ]);
  return mergePreferences(
    local.status === 'fulfilled' ? local.value.preferences : undefined,
    managed.status === 'fulfilled' ? managed.value : undefined,
  );
}
