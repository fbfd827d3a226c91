/** The history page: shows the record as it is now, saves it as a file, and asks to clear it. */

const inDrawTurn = queueSteps();

/** What is drawn, so that nothing is drawn again while nobody changed it. */
let drawn = '';

/** @param {RecordMessage} message */
const tell = (message) => browser.runtime.sendMessage(message);

/**
 * Asks in the page; Escape is a no.
 * @param {string} question
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
function ask(question, yes) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('ask'));
  byId('question').textContent = localise(question);
  byId('yes').textContent = localise(yes);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
}

async function clear() {
  if (!(await ask('history_clear_ask', 'history_clear'))) return;
  await tell({ type: 'clear-record' });
  announce('said', 'history_cleared');
}

/** @param {string} key */
async function removeSetAside(key) {
  if (!(await ask('history_delete_ask', 'history_delete'))) return;
  await tell({ type: 'delete-set-aside', key });
  announce('said', 'history_deleted');
}

/** @param {string} store */
async function startLine(store) {
  await tell({ type: 'new-account', store });
  announce('said', 'history_another_done');
}

/** @param {LocalRecord} record */
function offerRecord(record) {
  const exported = new Date().toISOString();
  const link = /** @type {HTMLAnchorElement} */ (byId('save'));
  offerJson(link, `offswitch-history-${exported.slice(0, 10)}`, { exported, ...record });
}

/**
 * @param {Record<string, unknown>} stored all of storage.local
 * @param {boolean} keeps whether new entries are kept
 */
function show(stored, keeps) {
  const { record, unreadable } = openRecord(stored[RECORD_KEY]);
  const empty = record.entries.length + record.objections.length === 0;
  showRecord(record, startLine);
  showSetAside(stored, removeSetAside);
  offerRecord(record);
  byId('tools').hidden = empty;
  byId('empty').hidden = !empty || unreadable;
  byId('kept-off').hidden = keeps;
}

/** Draws what is stored by now; the keyboard stays where it was, if that is still there. */
async function draw() {
  const stored = await browser.storage.local.get();
  const { values } = await readPreferences();
  const now = JSON.stringify([stored, values]);
  if (now === drawn) return;
  drawn = now;
  const focused = document.activeElement;
  show(stored, values.keepsHistory);
  if (!focused || focused === document.body || focused.checkVisibility()) return;
  const same = document.getElementById(focused.id);
  (same?.checkVisibility() ? same : byId('title')).focus();
}

async function begin() {
  await openPage('history_title');
  byId('clear').addEventListener('click', clear);
  byId('dismiss').addEventListener('click', () => tell({ type: 'dismiss-notice' }));
  browser.storage.onChanged.addListener(() => inDrawTurn(draw));
  inDrawTurn(draw);
  // What cannot be read is set aside by the one writer.
  tell({ type: 'read-record' });
}

begin();
