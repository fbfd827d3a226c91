/**
 * What a tab is due after its next load: the proof, or a wish from the panel. It lives in
 * storage.session, because the worker may be stopped in between, and is handed out once.
 */

/** How long a due task is worth doing (ms). @type {Record<Due['task'], number>} */
const LASTS = { prove: 30_000, 'turn-off': 60_000 };

/** Each step waits for the one before, so nothing is handed out twice. */
let last = Promise.resolve();

/**
 * @template Result
 * @param {() => Promise<Result>} step
 * @returns {Promise<Result>}
 */
function inTurn(step) {
  const result = last.then(step);
  last = result.then(
    () => {},
    () => {},
  );
  return result;
}

/** @param {number} tabId */
const dueKey = (tabId) => `due:${tabId}`;

/**
 * @param {number} tabId
 * @param {Omit<Due, 'at'>} due
 */
function keepDue(tabId, due) {
  return browser.storage.session.set({ [dueKey(tabId)]: { ...due, at: Date.now() } });
}

/**
 * Takes out what the tab is due; a page that is not the setting's forfeits it, and only a reload
 * can be the proof load.
 * @param {number} tabId
 * @param {{reloaded: boolean, onSetting: boolean}} load
 * @returns {Promise<Due | null>}
 */
async function takeDue(tabId, { reloaded, onSetting }) {
  const key = dueKey(tabId);
  const kept = await browser.storage.session.get(key);
  const due = /** @type {Due | undefined} */ (kept[key]);
  if (!due) return null;
  await browser.storage.session.remove(key);
  const alive = Date.now() - due.at < LASTS[due.task];
  return alive && onSetting && (reloaded || due.task === 'turn-off') ? due : null;
}

/**
 * Loads the tab past every cache, and leaves word for the page what the load is for.
 * @param {number} tabId
 * @param {Omit<Due, 'at'>} due
 */
async function loadAnew(tabId, due) {
  await keepDue(tabId, due);
  await browser.tabs.reload(tabId, { bypassCache: true });
}

/**
 * Takes a tab to the setting's page, to turn it off there: a tab of LinkedIn's goes there itself.
 * @param {{id?: number, url?: string, index?: number}} tab
 */
async function goAndTurnOff({ id, url, index = 0 }) {
  const [setting] = CATALOGUE.settings;
  if (!setting || id === undefined) return;
  const address = addressOf(CATALOGUE, setting.paths[0]);
  const due = { task: /** @type {const} */ ('turn-off'), tried: false, focused: false };
  if (matchPage(CATALOGUE, url ?? '')) return loadAnew(id, due);
  if (isOnSite(CATALOGUE, url ?? '')) {
    await keepDue(id, due);
    await browser.tabs.update(id, { url: address });
  } else {
    const opened = await browser.tabs.create({ url: address, index: index + 1, openerTabId: id });
    if (opened.id !== undefined) await keepDue(opened.id, due);
  }
}
