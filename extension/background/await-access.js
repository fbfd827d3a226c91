/**
 * A wish of the panel's that waits for the browser's leave to run on LinkedIn: the browser's
 * question can outlive the panel, and the worker may be stopped meanwhile.
 */

const ACCESS_KEY = 'awaits-access';

/** How long the wish is worth doing (ms): a question is read before it is answered. */
const ACCESS_LASTS = 120_000;

/** So that no wish is taken out twice. */
const accessInTurn = queueSteps();

/** @param {number} tabId @param {Due['task']} task */
async function awaitAccess(tabId, task) {
  await browser.storage.session.set({ [ACCESS_KEY]: { tabId, task, at: Date.now() } });
  await goOnWithAccess();
}

/** The member said no: an access given later, for other reasons, is not for this wish. */
function dropAccess() {
  return browser.storage.session.remove(ACCESS_KEY);
}

/** @returns {Promise<{tabId: number, task: Due['task'], at: number} | null>} */
async function takeWish() {
  if (!(await browser.permissions.contains(siteAccess()))) return null;
  const { [ACCESS_KEY]: wish } = await browser.storage.session.get(ACCESS_KEY);
  await dropAccess();
  return wish && Date.now() - wish.at < ACCESS_LASTS ? wish : null;
}

/** Carries the wish out by the usual road, once there is access. */
async function goOnWithAccess() {
  const wish = await accessInTurn(takeWish);
  if (wish) await go(await browser.tabs.get(wish.tabId), wish.task, mainSetting(CATALOGUE).id);
}
