/** "I sent it": the day that the member names, noted in the record by the background. */

/** @param {RecordMessage} message @returns {Promise<unknown>} null where it was not done */
const tell = (message) => browser.runtime.sendMessage(message).catch(() => null);

const dayField = () => /** @type {HTMLInputElement} */ (byId('day'));

/** Today here, as such a field holds it: "2026-11-22". */
function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Noon of a day, so that it is the same day a few time zones away. @param {string} day */
function noonOf(day) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const noon = new Date(0);
  noon.setFullYear(year, month - 1, date);
  return noon.setHours(12, 0, 0, 0);
}

/** What is wrong with a day, as the name of a message; null where nothing is. @param {string} day */
function whyNotDay(day) {
  if (!day || noonOf(day) < 0) return 'rights_no_date';
  return noonOf(day) > noonOf(today()) ? 'rights_future' : null;
}

/** @param {string} store */
async function noteSent(store) {
  const { value } = dayField();
  const problem = whyNotDay(value);
  dayField().setAttribute('aria-invalid', String(problem !== null));
  if (problem) {
    announce('noted', problem);
    dayField().focus();
    return;
  }
  const noted = await tell({ type: 'note-objection', store, at: noonOf(value) });
  announce('noted', noted === true ? 'rights_noted' : 'rights_not_noted');
}

/** @param {string} store @param {number} at */
async function forgetSent(store, at) {
  const removed = await tell({ type: 'forget-objection', store, at });
  announce('noted', removed === true ? 'rights_removed' : 'rights_not_noted');
  if (removed === true) byId('sent-title').focus();
}

/** @param {Objection} objection @param {number} place */
function drawSent({ store, at }, place) {
  const { root, part } = fromTemplate('sent-template');
  say(part('span'), localise('rights_sent', sayDate(at)));
  part('span').id = `sent-${place}`;
  say(part('button'), localise('rights_remove'));
  part('button').setAttribute('aria-describedby', part('span').id);
  part('button').addEventListener('click', () => forgetSent(store, at));
  return root;
}

/**
 * Why nothing is noted in this tab, as the name of a message; null where it is.
 * @param {CookieHolder} tab
 * @param {Preferences} values
 */
function whyNotNoted(tab, { keepsHistory }) {
  if (tab.incognito) return 'rights_private';
  return keepsHistory ? null : 'rights_no_history';
}

/** @param {CookieHolder} tab @param {Knowledge} knowledge */
function showSent(tab, { preferences, record }) {
  const why = whyNotNoted(tab, preferences.values);
  say(byId('why-not'), why ? localise(why) : '');
  byId('sent').hidden = why !== null;
  const sent = objectionsOf(record, storeOf(tab)).toSorted((one, other) => other.at - one.at);
  byId('sent-list').replaceChildren(...sent.map(drawSent));
}
