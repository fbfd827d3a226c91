/**
 * What a tab is due after its next load: the proof, or a wish from the panel. It lives in
 * storage.session, because the worker may be stopped in between, and is handed out to one page: once
 * more only to the same hello, whose answer was lost with a worker that stopped.
 */

/** How long a due task is worth doing (ms). @type {Record<Due['task'], number>} */
const LASTS = { prove: 30_000, 'turn-off': 60_000, show: 60_000 };

/** Each step waits for the one before, so nothing is handed out twice. */
const inTurn = queueSteps();

/**
 * A task that starts now.
 * @param {Due['task']} task
 * @param {string} setting its id
 * @param {Partial<Due>} [rest]
 * @returns {Due}
 */
function makeDue(task, setting, rest) {
  const plain = {
    tried: false,
    focused: false,
    onSight: null,
    unreached: false,
    pastCaches: false,
    onSite: false,
    handedTo: null,
  };
  return { ...plain, ...rest, task, setting, at: Date.now() };
}

/** @param {number} tabId @param {Due} due */
function keepDue(tabId, due) {
  return browser.storage.session.set({ [dueKey(tabId)]: due });
}

/** @param {number} tabId */
function dropDue(tabId) {
  return browser.storage.session.remove(dueKey(tabId));
}

/**
 * Hands out what the tab is due.
 * @param {number} tabId
 * @param {Hello} hello
 * @returns {Promise<Due | null>}
 */
async function takeDue(tabId, hello) {
  const kept = await readKept(tabId);
  if (!kept || kept.handedTo === hello.id) return kept;
  const onSetting = hello.settings.includes(kept.setting);
  const isHandedOut = kept.handedTo !== null;
  if (!isHandedOut && !onSetting && kept.task !== 'prove') return null;
  const due = isHandedOut ? null : dueNow(kept, hello, onSetting);
  if (due) await keepDue(tabId, { ...due, handedTo: hello.id });
  else await dropDue(tabId);
  return due;
}

/**
 * Only a reload can be the proof load. A wish waits while LinkedIn shows another page; if that took
 * long, the member is asked anew.
 * @param {Due} due
 * @param {Hello} hello
 * @param {boolean} onSetting
 * @returns {Due | null}
 */
function dueNow(due, { arrival }, onSetting) {
  const inTime = Date.now() - due.at < LASTS[due.task];
  if (due.task === 'prove') return inTime && onSetting && arrival === 'reload' ? due : null;
  if (inTime && !due.unreached) return due;
  return { ...due, task: 'show', unreached: due.task === 'turn-off', pastCaches: false };
}
