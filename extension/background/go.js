/** From anywhere to a setting's page: the member's wish belongs to one tab and is done once. */

/** States whose page can take a click at once, without another load. */
const CAN_ACT = ['on', 'kept-on', 'unproven'];

/**
 * A load that was asked for in the moment in which the tab is closed is no error.
 * @param {Promise<unknown>} load
 * @returns {Promise<boolean>} whether the tab is there
 */
const isThere = (load) =>
  load.then(
    () => true,
    () => false,
  );

/**
 * Loads the tab past every cache, and leaves word for the page what the load is for.
 * @param {number} tabId
 * @param {Due} due
 * @returns {Promise<boolean>} whether the tab is there
 */
async function loadAnew(tabId, due) {
  await keepDue(tabId, { ...due, pastCaches: true });
  if (due.task !== 'prove') awaitArrival(tabId);
  return isThere(browser.tabs.reload(tabId, { bypassCache: true }));
}

/**
 * Another tab that shows the setting, of the same container and privacy mode.
 * @param {browser.tabs.Tab} from
 * @param {Setting} setting
 */
async function findOpenSetting({ id: own, incognito, cookieStoreId }, setting) {
  const [tabs, passTab] = await Promise.all([browser.tabs.query({}), readPassTab()]);
  // A pass that is under way needs its tab.
  const taken = [own, passTab?.tabId];
  const alike = tabs.filter(
    (tab) =>
      !taken.includes(tab.id) && tab.incognito === incognito && tab.cookieStoreId === cookieStoreId,
  );
  const reports = await Promise.all(alike.map(({ id }) => (id ? askSoon(id) : null)));
  const at = reports.findIndex(
    (report) => report?.key === keyOf(setting) && report.state.name !== 'elsewhere',
  );
  const tab = alike[at];
  return tab?.id && reports[at]
    ? { id: tab.id, windowId: tab.windowId, report: reports[at] }
    : null;
}

/** @param {{id: number, windowId?: number}} tab */
async function bringForward({ id, windowId }) {
  await browser.tabs.update(id, { active: true });
  // Not there in browsers that have one window only.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

/** @param {number} tabId */
const isTurningOff = async (tabId) => (await askSoon(tabId))?.state.name === 'turning-off';

/**
 * Does it in a tab that has the setting's page already. While it is being turned off there, no load
 * may come between.
 * @param {{id: number, windowId?: number, report: PageReport}} open
 * @param {Due} due
 */
async function goToOpen({ report, ...tab }, due) {
  const { name } = report.state;
  await bringForward(tab);
  if (name === 'turning-off') return;
  const { task, setting } = due;
  if (task === 'turn-off' && CAN_ACT.includes(name))
    await askTab(tab.id, { type: 'click', setting });
  else await loadAnew(tab.id, due);
}

/**
 * Leads a tab to a setting's page, with word what to do there.
 * @param {number} tabId
 * @param {Setting} setting
 * @param {Due} due
 * @returns {Promise<boolean>} whether the tab is there
 */
async function lead(tabId, setting, due) {
  await keepDue(tabId, due);
  awaitArrival(tabId);
  return isThere(browser.tabs.update(tabId, { url: addressOfSetting(CATALOGUE, setting) }));
}

/**
 * Opens a setting's page in a tab of its own. To be called in turn, so that the new page's hello
 * waits until there is something to hand out.
 * @param {browser.tabs.Tab} beside
 * @param {Setting} setting
 * @param {Due} due
 * @returns {Promise<number | null>} the tab; null where the one beside it is closed by now
 */
async function openBeside({ id, index, windowId }, setting, due) {
  const place = { index: index + 1, openerTabId: id, windowId };
  const address = addressOfSetting(CATALOGUE, setting);
  const opened = await browser.tabs.create({ url: address, ...place }).catch(() => null);
  if (opened?.id === undefined) return null;
  await keepDue(opened.id, due);
  awaitArrival(opened.id);
  return opened.id;
}

/**
 * In a tab that is there already, or a new one.
 * @param {browser.tabs.Tab} tab the one beside it
 * @param {Setting} setting
 * @param {Due} due
 */
async function goBeside(tab, setting, due) {
  const open = await findOpenSetting(tab, setting);
  if (open) await goToOpen(open, due);
  else await inTurn(() => openBeside(tab, setting, due));
}

/**
 * Takes a tab to a setting's page with word what to do there: a tab of LinkedIn's goes there
 * itself, unless another setting is being turned off in it; else one beside it.
 * @param {browser.tabs.Tab} tab
 * @param {Due['task']} task
 * @param {string} id the setting's
 */
async function go(tab, task, id) {
  const { id: tabId, url = '' } = tab;
  const setting = settingOf(CATALOGUE, id);
  if (!setting || tabId === undefined) return;
  const due = makeDue(task, id);
  const isHere = settingsAt(CATALOGUE, url).includes(setting);
  if (isHere) await loadAnew(tabId, due);
  else if (isOnSite(CATALOGUE, url) && !(await isTurningOff(tabId)))
    await lead(tabId, setting, { ...due, onSite: true });
  else await goBeside(tab, setting, due);
}
