/** How long a tab may take to say what it shows, where something else can be done (ms). */
const ANSWERS_IN = 2000;

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

/**
 * @template {TabMessage} Message
 * @param {number} tabId
 * @param {Message} message
 * @param {number} within ms; a page that is busy answers later, and nobody hears it
 * @returns {Promise<AnswerTo<Message> | null>}
 */
function askWithin(tabId, message, within) {
  /** @type {Promise<null>} */
  const late = new Promise((tooLate) => setTimeout(tooLate, within, null));
  return Promise.race([askTab(tabId, message), late]);
}

/** @param {number} tabId */
const askSoon = (tabId) => askWithin(tabId, { type: 'report' }, ANSWERS_IN);
