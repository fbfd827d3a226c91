/** What the member chose and what this browser remembers, as one. */

/** The key of the setting that Offswitch is for. @param {Catalogue} catalogue */
const mainKey = ({ settings }) => settings[0]?.keys[0] ?? '';

/** @returns {Promise<Knowledge>} */
async function know() {
  const [preferences, { record }] = await Promise.all([
    readPreferences(),
    browser.storage.local.get(RECORD_KEY).catch(() => ({ [RECORD_KEY]: undefined })),
  ]);
  return { preferences, record: openRecord(record).record };
}

/**
 * What a page in this tab, or the panel on it, has to know. In private nothing is remembered.
 * @param {Knowledge} knowledge
 * @param {CookieHolder} tab
 * @returns {Briefing}
 */
function briefingFor({ preferences, record }, tab) {
  const { level } = preferences.values;
  const known = /** @type {const} */ ([record, storeOf(tab), mainKey(CATALOGUE)]);
  const theirs = setByMember(...known);
  const off = provenOffBefore(...known);
  if (theirs !== null) return { level, memory: { was: 'on-by-member', at: theirs } };
  return { level, memory: off === null ? null : { was: 'off', at: off } };
}
