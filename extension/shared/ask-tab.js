/**
 * Asks the page in a tab.
 * @template {TabMessage} Message
 * @param {number} tabId
 * @param {Message} message
 * @returns {Promise<AnswerTo<Message> | null>} null where no script of ours runs there
 */
async function askTab(tabId, message) {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    return null;
  }
}
