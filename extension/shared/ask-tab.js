/**
 * Asks the page in a tab.
 * @param {number} tabId
 * @param {TabMessage} message
 * @returns {Promise<PageReport | null>} null where no script of ours runs there
 */
async function askTab(tabId, message) {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return null;
  }
}
