/**
 * The review page: all settings with what is known of them, and the guided pass over those that
 * are selected. It asks the background, and shows what is stored.
 *
 * @typedef {object} ReviewScene
 * @property {number} tabId of this page
 * @property {string} store whose cookies it has
 * @property {boolean} inPrivate
 * @property {boolean} allowed the browser lets us run on LinkedIn's settings pages
 * @property {Level} level
 * @property {LocalRecord} record
 * @property {Pass | null} pass
 */

const inDrawTurn = queueSteps();

/** What is shown now. @type {ReviewScene | null} */
let scene = null;

/** @returns {Promise<ReviewScene>} */
async function findScene() {
  const [tab, knowledge, stored, allowed] = await Promise.all([
    browser.tabs.getCurrent(),
    know(),
    browser.storage.local.get(PASS_KEY).catch(() => ({ [PASS_KEY]: undefined })),
    browser.permissions.contains(siteAccess()),
  ]);
  const inPrivate = tab?.incognito ?? false;
  return {
    tabId: tab?.id ?? -1,
    store: storeOf(tab ?? {}),
    inPrivate,
    allowed,
    level: knowledge.preferences.values.level,
    record: knowledge.record,
    pass: inPrivate ? null : openPass(stored[PASS_KEY]),
  };
}

/** Tells the background. @param {string} type @param {object} [more] */
const tell = (type, more) => browser.runtime.sendMessage({ type, ...more });

/** What is opened stands beside this page, and has its cookies. @param {string} type @param {object} [more] */
const tellFromHere = (type, more) => tell(type, { tabId: scene?.tabId ?? -1, ...more });

/** @type {Go} */
const go = (setting, task) => tellFromHere('go', { setting, task });

/** @param {ReviewScene} now */
function show(now) {
  const { level, inPrivate, allowed, pass } = now;
  const news = sayNews(scene?.pass ?? null, pass);
  const before = scene?.pass && currentStep(scene.pass)?.setting;
  if (before !== (pass && currentStep(pass)?.setting)) byId('live').textContent = sayLive(null);
  scene = now;
  byId('look').hidden = level !== 'look';
  byId('private').hidden = !inPrivate;
  byId('access').hidden = allowed;
  showPass(pass);
  showReport(pass, go);
  showSettings(now);
  if (news.length > 0) fill(byId('said'), news);
  if (pass === null) byId('said').textContent = '';
}

/** Draws what is stored by now; the keyboard stays where it was, or near. */
async function draw() {
  const now = await findScene();
  const focused = document.activeElement;
  show(now);
  keepFocus(focused);
}

function redraw() {
  inDrawTurn(draw);
}

/** @param {PageMessage} message */
function hearPage(message) {
  const step = scene?.pass && isUnderWay(scene.pass) ? currentStep(scene.pass) : null;
  const setting = step && settingOf(CATALOGUE, step.setting);
  if (message.type !== 'state' || !setting || keyOf(setting) !== message.key) return;
  byId('live').textContent = sayLive(message.state);
}

/** @param {(setting: Setting) => boolean} wanted */
function choose(wanted) {
  chooseSettings((id) => {
    const setting = settingOf(CATALOGUE, id);
    return setting !== null && wanted(setting);
  });
  if (scene) showSettings(scene);
}

function obeyButtons() {
  /** @param {string} id @param {() => void} deed */
  const onClick = (id, deed) => byId(id).addEventListener('click', deed);
  onClick('all', () => choose((setting) => scene !== null && !isKnownOff(lastOf(scene, setting))));
  onClick('none', () => choose(() => false));
  onClick('start', () => tellFromHere('start-pass', { settings: chosenSettings() }));
  onClick('pause', () => tell('pause-pass'));
  onClick('resume', () => tellFromHere('resume-pass'));
  onClick('show-tab', () => tell('show-pass-tab'));
  onClick('stop', () => tell('stop-pass'));
  onClick('done', () => tell('forget-pass'));
  onClick('copy', () => scene?.pass && copyReport(scene.pass));
  onClick('allow', () => browser.permissions.request(siteAccess()));
  byId('groups').addEventListener('change', () => scene && showSettings(scene));
}

async function begin() {
  await openPage('review_title');
  listSettings(go);
  listMore();
  obeyButtons();
  browser.runtime.onMessage.addListener(hearPage);
  browser.storage.onChanged.addListener(redraw);
  browser.permissions.onAdded.addListener(redraw);
  browser.permissions.onRemoved.addListener(redraw);
  redraw();
}

begin();
