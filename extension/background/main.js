/** Runs in the background: hears pages, the panel and the toolbar button, and obeys nobody else. */

/** @param {browser.runtime.MessageSender} sender a page that our content script runs in, top frame */
const isPage = ({ tab, frameId }) => tab?.id !== undefined && frameId === 0;

/** @param {browser.runtime.MessageSender} sender one of our own pages */
const isOurs = ({ url }) => Boolean(url?.startsWith(browser.runtime.getURL('')));

/**
 * @param {Exclude<PageMessage, {type: 'state'}>} message
 * @param {number} tabId
 * @returns {Promise<Due | null | void>}
 */
async function hearPage(message, tabId) {
  if (message.type === 'hello') return takeDue(tabId, message);
  if (message.type === 'open-panel') return openPanel();
  const { tried, focused } = message;
  return loadAnew(tabId, { task: 'prove', tried, focused });
}

/** @param {PanelMessage} message */
async function hearPanel({ type, tabId }) {
  if (type === 'turn-off-in') return goAndTurnOff(await browser.tabs.get(tabId));
  return loadAnew(tabId, { task: 'prove', tried: false, focused: false });
}

browser.runtime.onMessage.addListener((message, sender, answer) => {
  const tabId = sender.tab?.id ?? -1;
  if (isOurs(sender)) {
    if (!('tabId' in message)) return undefined;
    inTurn(() => hearPanel(message)).then(answer, () => answer(null));
  } else if (isPage(sender)) {
    // Not in turn: the page is asked, and one that hangs must not hold up the others.
    if (message.type === 'state') return void drawBadge(tabId);
    const heard = inTurn(() => hearPage(message, tabId));
    // The page waits for what it is due, and for nothing else: it may be gone by then.
    if (message.type !== 'hello') return undefined;
    heard.then(answer, () => answer(null));
  } else return undefined;
  return true;
});

browser.action.onClicked.addListener(answerToolbarClick);

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason !== 'install') return;
  const { welcomes } = await readPreferences();
  if (welcomes) browser.tabs.create({ url: '/welcome/welcome.html' });
});
