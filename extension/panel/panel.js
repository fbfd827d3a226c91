/** The panel: what is known of the setting in this tab, and the one sensible next step. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const button = /** @type {HTMLButtonElement} */ (byId('action'));

/** The page is the setting's, and no script of ours runs in it. */
const OPEN_BEFORE_US = {
  name: 'open_before',
  detail: 'detail_open_before',
  action: 'button_reload_and_turn_off',
  byHand: false,
};

/** The tab the panel speaks of: the one it was opened on. */
async function findTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** @param {string} key @param {...string} values */
function sayByHand(key, ...values) {
  byId(`by-hand-${key}`).textContent = localise(`by_hand_${key}`, ...values);
}

function fillByHand() {
  const name = CATALOGUE.settings[0]?.names.en ?? '';
  sayByHand('settings', CATALOGUE.menu.settings);
  sayByHand('privacy', CATALOGUE.menu.privacy);
  sayByHand('setting', name);
}

/** The panel has room for the whole label. @param {string} action */
const labelOf = (action) => localise(action === 'button_turn_off' ? 'button_turn_off_ai' : action);

/**
 * @param {Saying} saying
 * @param {StateName} tone
 */
function show({ name, detail, action, byHand }, tone) {
  document.body.dataset.tone = tone;
  byId('headline').textContent = localise(`headline_${name}`);
  byId('detail').textContent = localise(detail, CATALOGUE.settings[0]?.names.en ?? '');
  button.hidden = action === null;
  button.disabled = false;
  button.textContent = action && labelOf(action);
  byId('by-hand').hidden = !byHand;
}

/** @param {number} tabId @param {State} state */
function showState(tabId, state) {
  const saying = sayState(state);
  show(saying, state.name);
  offerReport(tabId, saying.byHand);
}

/**
 * What the main button does: the page acts where it can, else it is loaded anew for that.
 * @param {number} tabId
 * @param {PageReport | null} report
 */
async function act(tabId, report) {
  const name = report?.state.name ?? 'elsewhere';
  if (name === 'elsewhere') {
    await browser.runtime.sendMessage({ type: 'turn-off-in', tabId });
    close();
  } else if (name === 'off' || name === 'unrecognised' || name === 'unavailable') {
    await browser.runtime.sendMessage({ type: 'check-in', tabId });
  } else {
    await askTab(tabId, { type: 'click' });
  }
}

async function begin() {
  localisePage(document);
  fillByHand();
  const tab = await findTab();
  const tabId = tab?.id ?? -1;
  const onSetting = matchPage(CATALOGUE, tab?.url ?? '') !== null;
  let report = await askTab(tabId, { type: 'report' });
  if (onSetting && !report) show(OPEN_BEFORE_US, 'elsewhere');
  else showState(tabId, report?.state ?? ELSEWHERE);
  button.addEventListener('click', () => {
    button.disabled = true; // until the state changes: a second press must not be a second wish
    act(tabId, report);
  });
  byId('copy-report').addEventListener('click', (event) => event.isTrusted && copyShownReport());
  browser.runtime.onMessage.addListener((/** @type {PageMessage} */ message, sender) => {
    if (message.type !== 'state' || sender.tab?.id !== tabId) return;
    report = { state: message.state, shown: true };
    showState(tabId, message.state);
  });
}

begin();
