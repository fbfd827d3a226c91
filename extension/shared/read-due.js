/** What the background keeps for tabs across a load, for whoever may read storage.session. */

const DUE = 'due:';

/** How long a wish waits for the member to sign in (ms); then nothing is left of it. */
const WAITS = 10 * 60_000;

/** @param {Due} due */
const isInTime = ({ at }) => Date.now() - at < WAITS;

/** @param {number} tabId */
const dueKey = (tabId) => `${DUE}${tabId}`;

/**
 * The tabs that are due something.
 * @param {Record<string, any>} kept in storage.session
 * @returns {number[]}
 */
function tabsDue(kept) {
  const due = Object.keys(kept).filter(
    (key) => key.startsWith(DUE) && kept[key]?.handedTo === null && isInTime(kept[key]),
  );
  return due.map((key) => Number(key.slice(DUE.length)));
}

/**
 * What a tab is due, or was handed out last.
 * @param {number} tabId
 * @returns {Promise<Due | null>}
 */
async function readKept(tabId) {
  const key = dueKey(tabId);
  const kept = await browser.storage.session.get(key);
  const due = /** @type {Due | undefined} */ (kept[key]);
  return due && isInTime(due) ? due : null;
}

/**
 * What a tab is due after its next load.
 * @param {number} tabId
 * @returns {Promise<Due | null>}
 */
async function readDue(tabId) {
  const due = await readKept(tabId);
  return due?.handedTo === null ? due : null;
}
