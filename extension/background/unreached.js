/**
 * A tab that was sent to the setting's page, and in which LinkedIn shows something else: a sign-in
 * page, a checkpoint, nothing. No script of ours runs there, so only its silence tells.
 */

/** When the worker, if it was stopped meanwhile, looks what came of a wish. */
const SOON = { delayInMinutes: 0.5 };

const UNREACHED_ALARM = 'unreached';

/** Tabs that are on their way. @type {Set<number>} */
const awaited = new Set();

/**
 * A worker is woken for what it listens to as soon as it starts; what a stopped one was waiting
 * for, storage tells.
 */
async function resumeAwaiting() {
  browser.tabs.onUpdated.addListener(hearLoad);
  const kept = await browser.storage.session.get();
  for (const tabId of tabsDue(kept)) awaited.add(tabId);
  listenOnlyIfAwaited();
}

/** Other tabs' loads shall not wake the worker. */
function listenOnlyIfAwaited() {
  if (awaited.size === 0) browser.tabs.onUpdated.removeListener(hearLoad);
}

/** @param {number} tabId */
function awaitArrival(tabId) {
  awaited.add(tabId);
  browser.tabs.onUpdated.addListener(hearLoad);
  browser.alarms.create(UNREACHED_ALARM, SOON);
}

/**
 * A page that is ours to read says hello before it is complete, but to a background that is stopped
 * at that moment it says so once more, and late.
 * @param {number} tabId
 * @param {{status?: string}} change
 */
function hearLoad(tabId, { status }) {
  if (awaited.has(tabId) && status === 'complete') concludeAfterHello(tabId);
}

/**
 * Not in turn: a page of ours answers once its hello was dealt with, which waits for its own turn.
 * @param {number} tabId
 */
async function concludeAfterHello(tabId) {
  await askWithin(tabId, { type: 'report' }, ANSWERS_CLICK_IN);
  await inTurn(() => concludeArrival(tabId));
}

/** @param {number} tabId */
async function concludeArrival(tabId) {
  const due = await readDue(tabId);
  if (!due) {
    awaited.delete(tabId);
    return listenOnlyIfAwaited();
  }
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // It is loading again, or still: its end will be heard, or looked at.
  if (tab && tab.status !== 'complete') return browser.alarms.create(UNREACHED_ALARM, SOON);
  await haltSilent(tabId);
  if (due.task !== 'prove') await markUnreached(tabId, tab, due);
}

/** @param {number} tabId @param {browser.tabs.Tab | null} tab @param {Due} due */
async function markUnreached(tabId, tab, due) {
  const onSite = isOnSite(CATALOGUE, tab?.url ?? '');
  // Closed, or away from LinkedIn: with that the wish is over.
  if (!tab || (due.onSite && !onSite)) {
    await dropDue(tabId);
  } else if (!due.unreached) {
    await keepDue(tabId, { ...due, unreached: true, onSite });
    const setting = settingOf(CATALOGUE, due.setting) ?? mainSetting(CATALOGUE);
    await keepReading(tab, { setting: keyOf(setting), after: 'unreached', ...ONLY_READ });
  }
  // Not waited for: the page that it asks may itself wait for its turn.
  drawBadge(tabId);
}

/** What the worker does when it was stopped on the way. */
async function concludeArrivals() {
  const kept = await browser.storage.session.get();
  await Promise.all(tabsDue(kept).map(concludeAfterHello));
}
