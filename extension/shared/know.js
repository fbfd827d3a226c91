/** What the member chose and what this browser remembers, as one. */

/** The key of the setting that Offswitch is for. @param {Catalogue} catalogue */
const mainKey = (catalogue) => keyOf(mainSetting(catalogue));

/** Whether a page speaks of the setting that Offswitch is for. @param {Pick<PageReport, 'state' | 'key'>} report */
const speaksOfMain = ({ state, key }) => state.name !== 'elsewhere' && key === mainKey(CATALOGUE);

/** @returns {Promise<Knowledge>} */
async function know() {
  const [preferences, { record }] = await Promise.all([
    readPreferences(),
    // No record is null: what the browser itself cannot read is unreadable, too.
    browser.storage.local.get(RECORD_KEY).catch(() => ({ [RECORD_KEY]: null })),
  ]);
  return { preferences, ...openRecord(record) };
}

/**
 * What was remembered of a setting that may read on now.
 * @param {LocalRecord} record
 * @param {CookieHolder} tab in private nothing is remembered
 * @param {string} key the setting's
 * @returns {Memory | null}
 */
function memoryOf(record, tab, key) {
  const known = /** @type {const} */ ([record, storeOf(tab), key]);
  const theirs = setByMember(...known);
  const off = provenOffBefore(...known);
  if (theirs !== null) return { was: 'on-by-member', day: sayDate(theirs) };
  return off === null ? null : { was: 'off', day: sayDate(off) };
}
