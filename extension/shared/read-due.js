/** @param {number} tabId */
const dueKey = (tabId) => `due:${tabId}`;

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
