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

/** Says nothing that the text does not. @type {Record<string, string>} */
const BADGE_COLOURS = {
  ON: '#b3261e',
  OFF: '#1b6b3a',
  '?': '#5f5b66',
  '…': '#5f5b66',
  '': '#5f5b66',
};

/**
 * What a tab's page says, as the button shows it; where none of ours answers, as elsewhere.
 * @param {PageReport | null} report
 */
function pictureOf(report) {
  if (!report) return { text: '', title: 'title_elsewhere' };
  return { text: BADGES[report.state.name], title: `title_${sayState(report.state).name}` };
}

/** @param {number} tabId @param {ReturnType<typeof pictureOf>} picture */
async function draw(tabId, { text, title }) {
  const drawn = [
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title: localise(title) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOURS[text] ?? '' }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
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
    const picture = pictureOf(await askTab(tabId, { type: 'report' }));
    if (picture.title === drawn) return;
    await draw(tabId, picture);
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
  const onSetting = matchPage(CATALOGUE, url ?? '') !== null;
  const report = onSetting && id !== undefined ? await askTab(id, { type: 'click' }) : null;
  if (!report?.shown) await openPanel();
}
