/**
 * The one writer of the record. It reads, changes and writes in turn, so nothing is lost between
 * two readings; and it sets aside what it cannot read, so nothing is lost either.
 */

/** A queue of its own: whoever waits in another one may wait for the record. */
const inRecordTurn = queueSteps();

/** @returns {Promise<LocalRecord>} */
async function takeRecord() {
  const { [RECORD_KEY]: stored } = await browser.storage.local.get(RECORD_KEY);
  const { record, unreadable } = openRecord(stored);
  if (unreadable) await setAside(stored);
  return record;
}

/** In one write, so that at no moment it is in neither place. @param {unknown} stored */
function setAside(stored) {
  const key = `${SET_ASIDE}${new Date().toISOString()}`;
  const written = { [key]: stored, [NOTICE_KEY]: key, [RECORD_KEY]: EMPTY_RECORD };
  return browser.storage.local.set(written);
}

/** @param {(record: LocalRecord) => LocalRecord} change */
function changeRecord(change) {
  return inRecordTurn(async () => {
    const record = await takeRecord();
    const changed = change(record);
    if (changed !== record) await browser.storage.local.set({ [RECORD_KEY]: changed });
  });
}

/**
 * Which browser this is, such as "Firefox 153". Some name what they are made from, too, and all of
 * those a brand that is none, so that nobody relies on the list.
 * @returns {Promise<string>}
 */
async function nameBrowser() {
  const found = await browser.runtime.getBrowserInfo?.();
  const brands = found
    ? [{ brand: found.name, version: found.version }]
    : (navigator.userAgentData?.brands ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  const names = brands.map(({ brand, version }) => `${brand} ${Number.parseInt(version, 10)}`);
  return names.sort().join(', ');
}

/**
 * What is known in this browser; nothing where the browser cannot read it either.
 * @returns {Promise<LocalRecord>}
 */
function readRecord() {
  return inRecordTurn(takeRecord).catch(() => EMPTY_RECORD);
}

/**
 * Keeps what a tab's page told, unless the tab is private or no history is wanted.
 * @param {CookieHolder} tab
 * @param {Pick<Entry, 'setting' | 'after' | 'fresh' | 'by'>} reading
 */
async function keepReading(tab, reading) {
  const { values } = await readPreferences();
  if (tab.incognito || !values.keepsHistory) return;
  const at = Date.now();
  const { version } = browser.runtime.getManifest();
  const told = { ...reading, at, store: storeOf(tab), browser: await nameBrowser(), version };
  // A disk that is full, for one: it is not kept then, and nothing else depends on it.
  await changeRecord((record) => addReading(record, told)).catch(() => {});
}

/** What was set aside stays: it has its own way out. */
function clearRecord() {
  return inRecordTurn(() => browser.storage.local.remove(RECORD_KEY));
}

/** @param {string} store */
function startAccount(store) {
  return changeRecord((record) => nextAccount(record, store));
}

/**
 * Notes an objection that the member sent, unless the tab is private or no history is wanted.
 * @param {{store: string, at: number}} sent
 * @returns {Promise<boolean>} whether it is in the record
 */
async function noteObjection(sent) {
  const { values } = await readPreferences();
  if (sent.store === storeOf({ incognito: true }) || !values.keepsHistory) return false;
  await changeRecord((record) => addObjection(record, sent));
  const { objections } = await readRecord();
  return objections.some(({ store, at }) => store === sent.store && at === sent.at);
}

/** @param {{store: string, at: number}} sent @returns {Promise<boolean>} */
async function forgetObjection(sent) {
  await changeRecord((record) => removeObjection(record, sent));
  return true;
}

/**
 * Does what a page of ours asks of the record.
 * @param {RecordMessage} message
 * @returns {Promise<unknown> | null} null where it asks for something else
 */
function hearAboutRecord(message) {
  if (message.type === 'read-record') return readRecord();
  if (message.type === 'clear-record') return clearRecord();
  if (message.type === 'new-account') return startAccount(message.store);
  if (message.type === 'note-objection') return noteObjection(message);
  if (message.type === 'forget-objection') return forgetObjection(message);
  if (message.type === 'delete-set-aside') return browser.storage.local.remove(message.key);
  if (message.type === 'dismiss-notice') return browser.storage.local.remove(NOTICE_KEY);
  return null;
}
