/**
 * The record: what this browser read and did, with dates. What is in storage may be anything: it
 * is a record in every detail, or it is unreadable and nothing in it is used.
 */

/** Where it is in storage.local. */
const RECORD_KEY = 'record';
/** Names what was last set aside, until the member has been told. */
const NOTICE_KEY = 'record-notice';
const SET_ASIDE = 'record-set-aside:';

/** How many entries are kept; the oldest go first. */
const RECORD_CAP = 500;

/** How many objections are kept; those noted first go first. */
const OBJECTION_CAP = 50;

/** The last moment that a Date can hold (ms). */
const END_OF_TIME = 8.64e15;

/** @type {LocalRecord} */
const EMPTY_RECORD = Object.freeze({
  schema: 2,
  accounts: {},
  entries: [],
  objections: [],
});

/**
 * Older schema -> what makes the next one of it.
 * @type {Readonly<Record<number, (older: any) => any>>}
 */
const RECORD_MIGRATIONS = {
  // Schema 1 held no objections: what has some under that name is no record of it.
  1: (older) =>
    Object.hasOwn(older, 'objections') ? null : { ...older, schema: 2, objections: [] },
};

/** @param {readonly unknown[]} known */
const isAmong = (known) => (/** @type {unknown} */ value) => known.includes(value);

/** @param {unknown} value */
const isShortText = (value) => typeof value === 'string' && value.length <= 200;

/** @param {unknown} value */
const isWhole = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {unknown} value */
const isMoment = (value) => isWhole(value) && Number(value) <= END_OF_TIME;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isDictionary = (value) => Object.prototype.toString.call(value) === '[object Object]';

const OUTCOMES = [
  'on',
  'off',
  'unproven',
  'kept-on',
  'locked',
  'unrecognised',
  'unavailable',
  'unreached',
];

/** @typedef {Readonly<Record<string, (value: unknown) => boolean>>} Fields */

/** @type {{readonly [Field in keyof Entry]: (value: unknown) => boolean}} */
const ENTRY_FIELDS = {
  at: isMoment,
  lastAt: isMoment,
  store: isShortText,
  account: isWhole,
  setting: isShortText,
  before: isAmong([null, ...OUTCOMES]),
  after: isAmong(OUTCOMES),
  fresh: isAmong([false, true]),
  by: isAmong(['offswitch', 'member', 'linkedin-page']),
  browser: isShortText,
  version: isShortText,
};

/** @type {{readonly [Field in keyof Objection]: (value: unknown) => boolean}} */
const OBJECTION_FIELDS = { store: isShortText, account: isWhole, at: isMoment };

/** @param {Fields} fields @param {number} cap @returns {(value: unknown) => boolean} */
const isListOf = (fields, cap) => (value) =>
  Array.isArray(value) && value.length <= cap && value.every((one) => hasExactly(fields, one));

/** @type {Fields} */
const RECORD_FIELDS = {
  schema: isAmong([2]),
  accounts: (value) => isDictionary(value) && Object.values(value).every(isWhole),
  entries: isListOf(ENTRY_FIELDS, RECORD_CAP),
  objections: isListOf(OBJECTION_FIELDS, OBJECTION_CAP),
};

/**
 * Whether a value has these fields, as its own, each as it must be, and no others.
 * @param {Fields} fields
 * @param {unknown} value
 */
function hasExactly(fields, value) {
  if (!isDictionary(value)) return false;
  const names = Object.keys(fields);
  return (
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && fields[name]?.(value[name]))
  );
}

/**
 * Brings an older record to the present schema, one step at a time.
 * @param {unknown} stored
 * @param {typeof RECORD_MIGRATIONS} migrations
 * @returns {unknown}
 */
function migrateRecord(stored, migrations) {
  if (!isDictionary(stored) || !Object.hasOwn(stored, 'schema')) return stored;
  const { schema } = stored;
  if (typeof schema !== 'number' || !Object.hasOwn(migrations, schema)) return stored;
  const next = migrations[schema]?.(stored);
  return next?.schema === schema + 1 ? migrateRecord(next, migrations) : null;
}

/**
 * The record that is stored, or an empty one.
 * @param {unknown} stored undefined where nothing is
 * @param {typeof RECORD_MIGRATIONS} [migrations]
 * @returns {{record: LocalRecord, unreadable: boolean}}
 */
function openRecord(stored, migrations = RECORD_MIGRATIONS) {
  if (stored === undefined) return { record: EMPTY_RECORD, unreadable: false };
  try {
    const found = migrateRecord(stored, migrations);
    if (hasExactly(RECORD_FIELDS, found)) {
      return { record: /** @type {LocalRecord} */ (found), unreadable: false };
    }
  } catch {
    // A migration met what its schema never held.
  }
  return { record: EMPTY_RECORD, unreadable: true };
}

/**
 * Whose cookies a tab has: accounts are told apart by nothing else.
 * @param {CookieHolder} tab
 */
function storeOf({ incognito, cookieStoreId }) {
  return incognito ? 'private' : (cookieStoreId ?? 'default');
}

/** @param {LocalRecord} record @param {string} store */
function accountOf({ accounts }, store) {
  return Object.hasOwn(accounts, store) ? (accounts[store] ?? 0) : 0;
}

/**
 * What is known of a setting in the store's present account, the newest first.
 * @param {LocalRecord} record
 * @param {string} store
 * @param {string} setting
 */
function entriesOf(record, store, setting) {
  const account = accountOf(record, store);
  return record.entries
    .filter((one) => one.store === store && one.account === account && one.setting === setting)
    .reverse();
}

/**
 * @param {LocalRecord} record
 * @param {string} store
 * @param {string} setting
 * @returns {Entry | null}
 */
function lastKnown(record, store, setting) {
  return entriesOf(record, store, setting)[0] ?? null;
}

/**
 * The last time that LinkedIn's page was read; a visit that did not reach it tells nothing new.
 * @param {LocalRecord} record
 * @param {string} store
 * @param {string} setting
 * @returns {Entry | null}
 */
function lastRead(record, store, setting) {
  const read = entriesOf(record, store, setting).find(({ after }) => after !== 'unreached');
  return read ?? null;
}

/**
 * Whether an entry says this, and was told by the same browser and version of ours.
 * @param {Entry} entry
 * @param {Pick<Entry, 'after' | 'fresh' | 'by' | 'browser' | 'version'>} told
 */
function saysTheSame(entry, told) {
  const names = /** @type {(keyof typeof told)[]} */ (Object.keys(told));
  return names.every((name) => entry[name] === told[name]);
}

/**
 * The record with one more reading; one that says what the last one said moves its date.
 * @param {LocalRecord} record
 * @param {RecordReading} reading
 * @returns {LocalRecord}
 */
function addReading(record, reading) {
  const { at, store, setting, after, fresh, by, browser, version } = reading;
  const last = lastKnown(record, store, setting);
  const told = { after, fresh, by, browser, version };
  const again = last !== null && saysTheSame(last, told);
  const entries = again ? record.entries.filter((one) => one !== last) : record.entries;
  const account = accountOf(record, store);
  /** @type {Entry} */
  const entry = again
    ? { ...last, lastAt: at }
    : { at, lastAt: at, store, account, setting, before: last?.after ?? null, ...told };
  return { ...record, entries: [...entries, entry].slice(-RECORD_CAP) };
}

/**
 * When the setting was last shown off by a fresh load; null if the member turned it on since.
 * @param {LocalRecord} record
 * @param {string} store
 * @param {string} setting
 * @returns {number | null}
 */
function provenOffBefore(record, store, setting) {
  const telling = entriesOf(record, store, setting).find(
    ({ after, fresh, by }) => (after === 'off' && fresh) || (after === 'on' && by === 'member'),
  );
  return telling?.after === 'off' ? telling.lastAt : null;
}

/**
 * When the member turned it on, if nothing but readings of on came since.
 * @param {LocalRecord} record
 * @param {string} store
 * @param {string} setting
 * @returns {number | null}
 */
function setByMember(record, store, setting) {
  // Of an old copy of the page nothing follows: only what was done, or proven, tells.
  const telling = entriesOf(record, store, setting).find(
    ({ after, by }) =>
      ['off', 'kept-on'].includes(after) ||
      (['on', 'unproven'].includes(after) && by !== 'linkedin-page'),
  );
  return telling?.after === 'on' && telling.by === 'member' ? telling.lastAt : null;
}

/**
 * The record with a new line begun for the store; nothing changes while the last line is empty.
 * @param {LocalRecord} record
 * @param {string} store
 * @returns {LocalRecord}
 */
function nextAccount(record, store) {
  const account = accountOf(record, store);
  const begun = [...record.entries, ...record.objections].some(
    (one) => one.store === store && one.account === account,
  );
  return begun ? { ...record, accounts: { ...record.accounts, [store]: account + 1 } } : record;
}
