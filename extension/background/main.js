/** Runs in the background: hears pages, the panel and the toolbar button, and obeys nobody else. */

/** @param {browser.runtime.MessageSender} sender a page that our content script runs in, top frame */
const isPage = ({ tab, frameId }) => tab?.id !== undefined && frameId === 0;

/** @param {browser.runtime.MessageSender} sender one of our own pages */
const isOurs = ({ url }) => Boolean(url?.startsWith(browser.runtime.getURL('')));

/**
 * What a page that says hello has to do, and has to know.
 * @param {browser.tabs.Tab} tab
 * @param {Extract<PageMessage, {type: 'hello'}>} hello
 * @returns {Promise<Greeting>}
 */
async function welcome(tab, hello) {
  const [due, knowledge] = await Promise.all([inTurn(() => takeDue(tab.id ?? -1, hello)), know()]);
  const briefing = briefingFor(knowledge, tab);
  if (!due) return { due: await dueOnSight(tab, hello, knowledge), briefing };
  // The level may have changed since it was asked for.
  const acts = due.task === 'turn-off' && briefing.level !== 'look';
  return { due: due.task === 'prove' || acts ? due : { ...due, task: 'show' }, briefing };
}

/**
 * @param {PageMessage} message
 * @param {browser.tabs.Tab} tab
 * @returns {Promise<Greeting | void>}
 */
async function hearPage(message, tab) {
  const { id = -1 } = tab;
  if (message.type === 'hello') return welcome(tab, message);
  if (message.type === 'open-panel') return openPanel();
  if (message.type === 'state') {
    drawBadge(id);
    return noteState(tab, message.state, message.key);
  }
  // The fresh page would have no script of ours: let the old one say what it can say.
  if (!(await mayRunIn(id))) return openPanel();
  const { tried, focused, onSight } = message;
  return inTurn(() => loadAnew(id, makeDue('prove', { tried, focused, onSight })));
}

/** @param {PanelMessage} message */
async function hearPanel({ type, tabId, task }) {
  if (type === 'await-access') return awaitAccess(tabId, task);
  if (type === 'drop-access') return dropAccess();
  if (type === 'go') return go(await browser.tabs.get(tabId), task);
  return loadAnew(tabId, makeDue(task));
}

browser.runtime.onMessage.addListener((message, sender, answer) => {
  if (isOurs(sender)) {
    const heard = hearAboutRecord(message) ?? ('tabId' in message && hearPanel(message));
    if (!heard) return undefined;
    heard.then(answer, () => answer(null));
  } else if (sender.tab && isPage(sender)) {
    const heard = hearPage(message, sender.tab);
    // The page waits for what it is due, and for nothing else: it may be gone by then.
    if (message.type !== 'hello') return undefined;
    heard.then(answer, () => answer(null));
  } else return undefined;
  return true;
});

browser.permissions.onAdded.addListener(goOnWithAccess);

browser.action.onClicked.addListener(answerToolbarClick);

browser.storage.onChanged.addListener(({ preferences, policy, record }, area) => {
  // A policy of the browser's is copied by whoever reads the preferences next.
  if (area !== 'managed' && !preferences && !policy && !record) return;
  briefAll();
  remindOfRecheck();
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === UNREACHED_ALARM) inTurn(concludeArrivals);
  if (name === RECHECK_ALARM) remindOfRecheck();
});

browser.runtime.onStartup.addListener(remindOfRecheck);

resumeAwaiting();

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  remindOfRecheck();
  if (reason !== 'install') return;
  const { welcomes } = await readPreferences();
  if (welcomes) browser.tabs.create({ url: '/welcome/welcome.html' });
});
