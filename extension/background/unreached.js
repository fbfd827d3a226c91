/**
 * A tab that was sent to the setting's page, and in which LinkedIn shows something else: a sign-in
 * page, a checkpoint, nothing. No script of ours runs there, so only its silence tells.
 */

/** After that the worker, if it was stopped meanwhile, looks what came of a wish (minutes). */
const LOOK_AFTER = 0.5;

const UNREACHED_ALARM = 'unreached';

/** Tabs that are on their way. @type {Set<number>} */
const awaited = new Set();

/** @param {number} tabId */
function awaitArrival(tabId) {
  awaited.add(tabId);
  browser.tabs.onUpdated.addListener(hearLoad);
  browser.alarms.create(UNREACHED_ALARM, { delayInMinutes: LOOK_AFTER });
}

/**
 * A page that is ours to read has said hello long before it is complete.
 * @param {number} tabId
 * @param {{status?: string}} change
 */
function hearLoad(tabId, { status }) {
  if (awaited.has(tabId) && status === 'complete') inTurn(() => concludeArrival(tabId));
}

/** @param {number} tabId */
async function concludeArrival(tabId) {
  const due = await readDue(tabId);
  if (due && due.task !== 'prove' && Date.now() - due.at < WAITS) {
    return markUnreached(tabId, due);
  }
  awaited.delete(tabId);
  // Other tabs' loads shall not wake the worker.
  if (awaited.size === 0) browser.tabs.onUpdated.removeListener(hearLoad);
}

/** @param {number} tabId @param {Due} due */
async function markUnreached(tabId, due) {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const onSite = isOnSite(CATALOGUE, tab?.url ?? '');
  // Closed, or away from LinkedIn: with that the wish is over.
  if (!tab || (due.onSite && !onSite)) {
    await dropDue(tabId);
  } else if (!due.unreached) {
    await keepDue(tabId, { ...due, unreached: true, onSite });
    await keepReading(tab, { setting: mainKey(CATALOGUE), after: 'unreached', ...ONLY_READ });
  }
  // Not waited for: the page that it asks may itself wait for its turn.
  drawBadge(tabId);
}

/** What the worker does when it was stopped on the way. */
async function concludeArrivals() {
  const kept = await browser.storage.session.get();
  for (const tabId of tabsDue(Object.keys(kept))) await concludeArrival(tabId);
}
