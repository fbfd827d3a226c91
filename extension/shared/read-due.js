/** What the background keeps for tabs across a load, for whoever may read storage.session. */

const DUE = 'due:';

/** @param {number} tabId */
const dueKey = (tabId) => `${DUE}${tabId}`;

/** The tabs that are due something. @param {string[]} keys of storage.session @returns {number[]} */
function tabsDue(keys) {
  return keys.filter((key) => key.startsWith(DUE)).map((key) => Number(key.slice(DUE.length)));
}

/**
 * What a tab is due after its next load.
 * @param {number} tabId
 * @returns {Promise<Due | null>}
 */
async function readDue(tabId) {
  const key = dueKey(tabId);
  const { [key]: due } = await browser.storage.session.get(key);
  return /** @type {Due | undefined} */ (due) ?? null;
}
