/** The toolbar button: a picture of the state, and what a click does. */

/** Exactly these texts, the same in every language. @type {Record<StateName, string>} */
const BADGES = {
  elsewhere: '',
  looking: '…',
  on: 'ON',
  'turning-off': '…',
  off: 'OFF',
  unproven: '?',
  'kept-on': 'ON',
  locked: 'ON',
  unrecognised: '?',
  unavailable: '?',
};

/** @type {Picture} */
const NOWHERE = { text: '', title: 'title_elsewhere' };
/** @type {Picture} */
const UNREACHED = { text: '?', title: 'title_unreached' };
/** The quiet mark. @type {Picture} */
const RECHECK = { text: '?', title: 'title_recheck' };

/** Which drawing of the switch goes with a badge. @type {Record<string, string>} */
const ICONS = { ON: 'on', OFF: 'off', '?': 'unknown', '…': 'busy', '': 'idle' };

/** A click has an answer after that, also where the page is busy (ms). */
const ANSWERS_CLICK_IN = 3000;

/** Says nothing that the text does not. @type {Record<string, string>} */
const BADGE_COLOURS = {
  ON: '#b3261e',
  OFF: '#1b6b3a',
  '?': '#5f5b66',
  '…': '#5f5b66',
  '': '#5f5b66',
};

/**
 * What a tab's page says, as the button shows it; where none of ours answers, as everywhere.
 * @param {number} tabId
 * @returns {Promise<Picture>}
 */
async function pictureIn(tabId) {
  const [report, knowledge] = await Promise.all([askTab(tabId, { type: 'report' }), know()]);
  const { level } = knowledge.preferences.values;
  if (report && speaksOfMain(report)) return pictureOf(report.state, level);
  const due = await readDue(tabId);
  if (due?.unreached && due.setting === mainSetting(CATALOGUE).id) return UNREACHED;
  return recheckIsDue(knowledge) ? RECHECK : NOWHERE;
}

/** @param {State} state @param {Level} level @returns {Picture} */
function pictureOf(state, level) {
  const { name } = sayState(state);
  const onlyLooks = level === 'look' && (name === 'on' || name === 'kept_on');
  return { text: BADGES[state.name], title: onlyLooks ? 'title_on_look' : `title_${name}` };
}

/** @param {string} text the badge's */
function iconsOf(text) {
  const name = ICONS[text] ?? 'idle';
  return { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` };
}

/**
 * By a callback that looks at the error: Chromium reports a tab that is gone as an error of ours,
 * even where the promise's is caught (measured).
 * @param {Parameters<typeof browser.action.setIcon>[0]} details
 */
function setIcon(details) {
  return new Promise((done) => {
    chrome.action.setIcon(details, () => done(chrome.runtime.lastError));
  });
}

/** @param {{tabId?: number}} where all tabs that show nothing of their own, or one @param {Picture} picture */
async function draw(where, { text, title }) {
  const drawn = [
    browser.action.setBadgeText({ ...where, text }),
    setIcon({ ...where, path: iconsOf(text) }),
    browser.action.setTitle({ ...where, title: localise(title) }),
    browser.action.setBadgeBackgroundColor({ ...where, color: BADGE_COLOURS[text] ?? '' }),
    browser.action.setBadgeTextColor({ ...where, color: '#ffffff' }),
  ];
  // The tab may be gone by now; then there is nothing to draw.
  await Promise.allSettled(drawn);
}

/**
 * Draws what the tab's page says now. The page that told of a change may be gone by the time that
 * the background has woken up, or while it draws: another one must not wear its badge.
 * @param {number} tabId
 */
async function drawBadge(tabId) {
  let drawn = '';
  for (;;) {
    const picture = await pictureIn(tabId);
    if (picture.title === drawn) return;
    await draw({ tabId }, picture);
    drawn = picture.title;
  }
}

/** The panel opens only when we say so: a lasting popup would take the click from us. */
async function openPanel() {
  await browser.action.setPopup({ popup: '/panel/panel.html' });
  try {
    await browser.action.openPopup();
  } catch {
    // The second of two quick clicks: it is open already, and that is the answer to both.
  } finally {
    await browser.action.setPopup({ popup: '' });
  }
}

/**
 * Asks the page what the click did; opens the panel where the page itself does not show it.
 * @param {{id?: number, url?: string}} tab
 */
async function answerToolbarClick({ id, url }) {
  const mayAct = isMainPage(CATALOGUE, url ?? '') && id !== undefined && (await mayRunIn(id));
  const click = /** @type {const} */ ({ type: 'click', setting: mainSetting(CATALOGUE).id });
  const report = mayAct ? await askWithin(id, click, ANSWERS_CLICK_IN) : null;
  if (!report?.shown) await openPanel();
}
