/** The panel: what is known of the setting, here or at last, and the one sensible next step. */

/** How long the page may take to answer before what is remembered is shown (ms). */
const SHOWS_WITHIN = 40;

const button = /** @type {HTMLButtonElement} */ (byId('action'));

/** LinkedIn's name of the setting, which is put into a sentence once. */
const quoteSetting = () => quote(nameOf(mainSetting(CATALOGUE)));

/**
 * What the panel speaks of.
 * @typedef {object} Scene
 * @property {browser.tabs.Tab} tab the one that it was opened on
 * @property {Briefing} briefing
 * @property {boolean} allowed the browser lets us run there
 * @property {Plan} otherwise what is said where no page of ours speaks
 * @property {boolean} overdue not read for longer than the member wants
 */

/** @type {Scene | null} */
let scene = null;
/** What the tab's page says; null where none of ours speaks, or has not yet. @type {PageReport | null} */
let report = null;
/** Whether the tab has answered, be it that nobody is there. */
let answered = false;

/** The tab the panel speaks of: the one it was opened on. */
async function findTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab) throw new Error('a panel without a tab');
  return tab;
}

/** @param {browser.tabs.Tab} tab @returns {Promise<Scene>} */
async function findScene(tab) {
  const id = tab.id ?? -1;
  const [knowledge, due, allowed] = await Promise.all([know(), readDue(id), mayRunIn(id)]);
  const { level } = knowledge.preferences.values;
  const memory = memoryOf(knowledge.record, tab, mainKey(CATALOGUE));
  const briefing = { ...PLAIN, level, memory };
  const known = lastRead(knowledge.record, storeOf(tab), mainKey(CATALOGUE));
  const onSetting = isMainPage(CATALOGUE, tab.url ?? '');
  const unread = answered ? OPEN_BEFORE_US : BUSY;
  const unreached = due?.unreached && due.setting === mainSetting(CATALOGUE).id;
  const plan = unreached ? UNREACHED : onSetting ? unread : sayKnown(known);
  const overdue = recheckIsDue(knowledge);
  const otherwise = allowed ? keepToLevel(plan, level) : planAccess(level);
  return { tab, briefing, allowed, otherwise, overdue };
}

/** @param {string} step @param {Node} named what LinkedIn calls it */
function sayByHand(step, named) {
  fill(byId(`by-hand-${step}`), localiseAround(`by_hand_${step}`, named));
}

function fillByHand() {
  const { settings, privacy } = CATALOGUE.menu;
  sayByHand('settings', quote({ words: settings }));
  sayByHand('privacy', quote({ words: privacy }));
  sayByHand('setting', quoteSetting());
}

/** What is drawn again is not said again. @param {string} id @param {Words} words */
function sayOnce(id, words) {
  if (byId(id).textContent !== textOf(words)) fill(byId(id), words);
}

/** A line that is there only if it says something. @param {string} id @param {string} text */
function sayLine(id, text) {
  sayOnce(id, text);
  byId(id).hidden = text === '';
}

/** The panel has room for the whole label. @param {string} action */
const labelOf = (action) => localise(action === 'button_turn_off' ? 'button_turn_off_ai' : action);

/**
 * @param {Saying} saying
 * @param {string} tone
 */
function show(saying, tone) {
  const { name, detail, action, byHand, announces } = saying;
  document.body.dataset.tone = tone;
  sayOnce('headline', localise(`headline_${name}`));
  sayOnce('detail', sayDetail(saying, quoteSetting()));
  sayLine('announcement', announces ? localise(announces) : '');
  byId('changed-back').hidden = detail !== 'detail_on_changed_back';
  button.hidden = action === null;
  button.textContent = action && labelOf(action);
  byId('by-hand').hidden = !byHand;
}

/** @param {Scene} scene @param {State} state */
function showState({ tab, briefing }, state) {
  const saying = sayState(state, briefing);
  show(saying, state.name);
  sayLine('reminder', '');
  offerReport(tab.id ?? -1, saying.byHand);
}

/** Neutral in its looks: what was read once is not what is. @param {Scene} scene */
function showOtherwise({ otherwise, overdue }) {
  const { when } = otherwise;
  show(otherwise, 'elsewhere');
  offerReport(-1, false);
  sayLine('reminder', overdue && when !== null ? localise('reminder', sayAgo(when)) : '');
}

/** What the page says, else what is known. */
function showAll() {
  if (!scene) return;
  const speaks = scene.allowed && report && speaksOfMain(report);
  if (report && speaks) showState(scene, report.state);
  else showOtherwise(scene);
  performance.mark('shown');
}

/**
 * What the main button does: the page acts where it can, else it is loaded for that.
 * @param {Scene} scene
 */
async function act({ tab, allowed, otherwise }) {
  const tabId = tab.id ?? -1;
  if (!allowed) return askForAccess(tabId, otherwise.task);
  const state = report && speaksOfMain(report) ? report.state : null;
  const name = state?.name ?? 'elsewhere';
  if (state && state.askedAt !== null) await askTab(tabId, { type: 'withdraw' });
  else if (name === 'elsewhere') {
    const setting = mainSetting(CATALOGUE).id;
    await browser.runtime.sendMessage({ type: 'go', tabId, task: otherwise.task, setting });
    close();
  } else if (name === 'off' || name === 'unrecognised' || name === 'unavailable') {
    await browser.runtime.sendMessage({ type: 'reload', tabId, task: 'prove' });
  } else {
    await askTab(tabId, { type: 'click', setting: mainSetting(CATALOGUE).id });
  }
}

/** @param {browser.tabs.Tab} tab */
function obeyButtons(tab) {
  button.addEventListener('click', () => {
    button.disabled = true; // until the state changes: a second press must not be a second wish
    if (scene) act(scene);
  });
  byId('copy-report').addEventListener('click', (event) => event.isTrusted && copyShownReport());
  byId('other-account').addEventListener('click', () =>
    browser.runtime.sendMessage({ type: 'new-account', store: storeOf(tab) }),
  );
}

/** @param {browser.tabs.Tab} tab */
function followChanges(tab) {
  browser.runtime.onMessage.addListener((/** @type {PageMessage} */ message, sender) => {
    if (message.type !== 'state' || sender.tab?.id !== tab.id) return;
    report = { state: message.state, key: message.key, shown: true };
    button.disabled = false;
    showAll();
  });
  // Of a page that is gone nothing is heard: whether it was ours, only the next one can tell.
  browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
    if (tabId !== tab.id || status !== 'complete') return;
    report = await askTab(tabId, { type: 'report' });
    button.disabled = false;
    await draw(await browser.tabs.get(tabId));
  });
  browser.storage.onChanged.addListener(() => draw(scene?.tab ?? tab));
}

/** @param {browser.tabs.Tab} tab */
async function draw(tab) {
  scene = await findScene(tab);
  showAll();
}

/** @param {browser.tabs.Tab} tab */
async function askPage(tab) {
  const answer = await askTab(tab.id ?? -1, { type: 'report' });
  answered = true;
  report ??= answer;
}

async function begin() {
  const tab = await findTab();
  const asked = askPage(tab);
  const late = new Promise((resolve) => setTimeout(resolve, SHOWS_WITHIN));
  const sceneFound = findScene(tab);
  await openPage();
  fillByHand();
  offerRest();
  await Promise.race([asked, late]);
  scene = await sceneFound;
  showAll();
  obeyButtons(tab);
  followChanges(tab);
  await asked;
  await draw(tab);
}

begin();
