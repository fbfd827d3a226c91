/** The tab that a pass runs in. Of it nothing outlives the browser: a restarted one has none. */

const PASS_TAB_KEY = 'pass-tab';

/** @returns {Promise<PassTab | null>} */
async function readPassTab() {
  const { [PASS_TAB_KEY]: kept } = await browser.storage.session.get(PASS_TAB_KEY);
  return typeof kept?.reviewId === 'number' ? kept : null;
}

/** @param {PassTab} passTab */
function keepPassTab(passTab) {
  return browser.storage.session.set({ [PASS_TAB_KEY]: passTab });
}

function dropPassTab() {
  return browser.storage.session.remove(PASS_TAB_KEY);
}

/** A tab that is still there; it may have none, too. @param {number | null} tabId */
async function findTab(tabId) {
  if (tabId === null) return null;
  return Promise.try(() => browser.tabs.get(tabId)).catch(() => null);
}

/** @returns {Promise<Pass | null>} null also where the browser cannot read what it stored */
async function readPass() {
  const { [PASS_KEY]: stored } = await browser.storage.local
    .get(PASS_KEY)
    .catch(() => ({ [PASS_KEY]: undefined }));
  return openPass(stored);
}

/** @param {Pass} pass */
function writePass(pass) {
  return browser.storage.local.set({ [PASS_KEY]: pass });
}

/**
 * The pass that is under way in a tab.
 * @param {number | undefined} tabId
 * @returns {Promise<{pass: Pass, step: PassStep, passTab: PassTab} | null>}
 */
async function passIn(tabId) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const step = pass && currentStep(pass);
  if (!isUnderWay(pass) || !step || !passTab || passTab.tabId !== tabId) return null;
  return { pass, step, passTab };
}

/**
 * Which step the tab's page belongs to, until the next page.
 * @param {number | undefined} tabId
 * @returns {Promise<PassPlace | null>}
 */
async function passPlaceIn(tabId) {
  const found = await passIn(tabId);
  if (!found) return null;
  const { steps } = found.pass;
  const number = steps.findIndex(({ setting }) => setting === found.passTab.begun) + 1;
  if (number === 0) return null;
  const setting = found.passTab.begun ?? '';
  return { setting, number: sayNumber(number), of: sayNumber(steps.length) };
}
