/** From anywhere to the setting's page: the member's wish belongs to one tab and is done once. */

/** States whose page can take a click at once, without another load. */
const CAN_ACT = ['on', 'kept-on', 'unproven'];

/**
 * Loads the tab past every cache, and leaves word for the page what the load is for.
 * @param {number} tabId
 * @param {Due} due
 */
async function loadAnew(tabId, due) {
  await keepDue(tabId, { ...due, pastCaches: true });
  if (due.task !== 'prove') awaitArrival(tabId);
  await browser.tabs.reload(tabId, { bypassCache: true });
}

/**
 * Another tab with the setting's page, of the same container and privacy mode.
 * @param {browser.tabs.Tab} from
 */
async function findOpenSetting({ id: own, incognito, cookieStoreId }) {
  const tabs = await browser.tabs.query({});
  const alike = tabs.filter(
    (tab) => tab.id !== own && tab.incognito === incognito && tab.cookieStoreId === cookieStoreId,
  );
  const reports = await Promise.all(alike.map(({ id }) => (id ? askSoon(id) : null)));
  const at = reports.findIndex((report) => report && report.state.name !== 'elsewhere');
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

/**
 * Does it in a tab that has the setting's page already. While it is being turned off there, no load
 * may come between.
 * @param {{id: number, windowId?: number, report: PageReport}} open
 * @param {Due['task']} task
 */
async function goToOpen({ report, ...tab }, task) {
  const { name } = report.state;
  await bringForward(tab);
  if (name === 'turning-off') return;
  if (task === 'turn-off' && CAN_ACT.includes(name)) await askTab(tab.id, { type: 'click' });
  else await loadAnew(tab.id, makeDue(task));
}

/**
 * Takes a tab to the setting's page with word what to do there: a tab of LinkedIn's goes there
 * itself; else one that is there already, or a new one beside it.
 * @param {browser.tabs.Tab} tab
 * @param {Due['task']} task
 */
async function go(tab, task) {
  const { id, url = '', index, windowId } = tab;
  const [setting] = CATALOGUE.settings;
  if (!setting || id === undefined) return;
  if (matchPage(CATALOGUE, url)) return loadAnew(id, makeDue(task));
  const address = addressOf(CATALOGUE, setting.paths[0]);
  if (isOnSite(CATALOGUE, url)) {
    await keepDue(id, makeDue(task, { onSite: true }));
    awaitArrival(id);
    await browser.tabs.update(id, { url: address });
    return;
  }
  const open = await findOpenSetting(tab);
  if (open) return goToOpen(open, task);
  const place = { index: index + 1, openerTabId: id, windowId };
  // In turn, so that the new page's hello waits until there is something to hand out.
  await inTurn(async () => {
    const { id: opened } = await browser.tabs.create({ url: address, ...place });
    if (opened === undefined) return;
    await keepDue(opened, makeDue(task));
    awaitArrival(opened);
  });
}
