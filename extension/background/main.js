/** Runs in the background: hears pages, the panel and the toolbar button, and obeys nobody else. */

/** @param {browser.runtime.MessageSender} sender a page that our content script runs in, top frame */
const isPage = ({ tab, frameId }) => tab?.id !== undefined && frameId === 0;

/** @param {browser.runtime.MessageSender} sender one of our own pages */
const isOurs = ({ url }) => Boolean(url?.startsWith(browser.runtime.getURL('')));

/**
 * What a page that says hello has to do, and has to know.
 * @param {browser.tabs.Tab} tab
 * @param {Hello} hello
 * @returns {Promise<Greeting>}
 */
async function greet(tab, hello) {
  const { id = -1 } = tab;
  const knowing = know();
  const due = await inTurn(() => handOut(id, hello, knowing));
  const knowledge = await knowing;
  const news = await newsFor(knowledge, tab);
  const inPass = (await readPassTab())?.tabId === id;
  return { due: due ?? (inPass ? null : await dueOnSight(tab, hello, knowledge)), news };
}

/**
 * Takes out what the tab is due, in one turn with what the pass makes of the hello.
 * @param {number} tabId
 * @param {Hello} hello
 * @param {Promise<Knowledge>} knowing
 * @returns {Promise<Due | null>}
 */
async function handOut(tabId, hello, knowing) {
  await hearPassHello(tabId, hello);
  const due = await takeDue(tabId, hello);
  if (due?.task !== 'turn-off') return due;
  // The level may have changed since it was asked for.
  const { preferences } = await knowing;
  if (preferences.values.level === 'look') return { ...due, task: 'show' };
  await hearHandedOut(tabId, due);
  return due;
}

/** @param {number} tabId @param {Extract<PageMessage, {type: 'load-proof'}>} message */
async function reloadForProof(tabId, { setting, tried, focused, onSight }) {
  // The fresh page would have no script of ours: let the old one say what it can say.
  if (!(await mayRunIn(tabId))) return openPanel();
  if (await passIn(tabId)) awaitArrival(tabId);
  await inTurn(() => loadAnew(tabId, makeDue('prove', setting, { tried, focused, onSight })));
}

/** In the language that was chosen. @param {number} at ms since 1970 */
async function sayWhenRead(at) {
  await readPreferences();
  return localise('read_at', sayTime(at));
}

/** What a page waits for an answer to; it may be gone before any other. */
const ASKS = ['hello', 'say-time'];

/**
 * @param {PageMessage} message
 * @param {browser.tabs.Tab} tab
 * @returns {Promise<Greeting | string | void>}
 */
async function hearPage(message, tab) {
  const { id = -1 } = tab;
  if (message.type === 'hello') return greet(tab, message);
  if (message.type === 'say-time') return sayWhenRead(message.at);
  if (message.type === 'open-panel') return openPanel();
  if (message.type === 'load-proof') return reloadForProof(id, message);
  if (message.type === 'pause-pass') return inTurn(() => haltByMember('paused'));
  if (message.type === 'limited') return inTurn(() => haltLimited(id));
  const { state, key } = message;
  drawBadge(id);
  inTurn(() => hearPassState(id, state, key));
  return noteState(tab, state, key);
}

/** @param {PanelMessage} message */
async function hearPanel(message) {
  const { type, tabId, task } = message;
  if (type === 'await-access') return awaitAccess(tabId, task);
  if (type === 'drop-access') return dropAccess();
  if (type === 'go') {
    await inTurn(letGoIfEnded);
    return go(await browser.tabs.get(tabId), task, message.setting);
  }
  return loadAnew(tabId, makeDue(task, mainSetting(CATALOGUE).id));
}

/**
 * @param {RecordMessage | PassMessage | PanelMessage} message
 * @returns {Promise<unknown> | null} null where it is none of these
 */
function hearOurs(message) {
  // A report of an account that is another one now, or of a history that is to be empty.
  if (message.type === 'new-account' || message.type === 'clear-record') inTurn(forgetEndedPass);
  const heard = hearAboutRecord(/** @type {RecordMessage} */ (message));
  if (heard) return heard;
  const heardOfPass = hearAboutPass(/** @type {PassMessage} */ (message));
  return heardOfPass ?? ('task' in message ? hearPanel(message) : null);
}

/** @param {boolean} chosen the member chose something else; if not, there is more to remember */
async function tellNews(chosen) {
  const knowledge = await know();
  await Promise.all([briefAll(knowledge, chosen), remindOfRecheck(knowledge)]);
}

const remindNow = async () => remindOfRecheck(await know());

browser.runtime.onMessage.addListener((message, sender, answer) => {
  if (isOurs(sender)) {
    const heard = hearOurs(message);
    if (!heard) return undefined;
    heard.then(answer, () => answer(null));
  } else if (sender.tab && isPage(sender)) {
    const heard = hearPage(message, sender.tab);
    if (!ASKS.includes(message.type)) return undefined;
    heard.then(answer, () => answer(null));
  } else return undefined;
  return true;
});

browser.permissions.onAdded.addListener(goOnWithAccess);

browser.action.onClicked.addListener(answerToolbarClick);

browser.storage.onChanged.addListener(({ preferences, policy, record, pass }, area) => {
  // A policy of the browser's is copied by whoever reads the preferences next.
  const chosen = Boolean(area === 'managed' || preferences || policy);
  if (chosen || record) tellNews(chosen);
  else if (pass) briefPassTab();
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === UNREACHED_ALARM) concludeArrivals();
  if (name === RECHECK_ALARM) remindNow();
  if (name === PASS_ALARM) inTurn(lookAfterPass);
});

browser.runtime.onStartup.addListener(remindNow);

resumeAwaiting();

browser.tabs.onRemoved.addListener(hearRemoval);
inTurn(resumePassing);

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  remindNow();
  if (reason !== 'install') return;
  const { welcomes } = await readPreferences();
  if (welcomes) browser.tabs.create({ url: '/welcome/welcome.html' });
});
