/** What pages tell of their states, as readings of the record. */

/** Nobody's click came before. */
const ONLY_READ = Object.freeze({ fresh: false, by: /** @type {const} */ ('linkedin-page') });

/**
 * A state that lasts, as the record has it; null for one that is on its way.
 * @param {State} state
 * @returns {Outcome | null}
 */
function outcomeOf({ name }) {
  return OUTCOMES.includes(name) ? /** @type {Outcome} */ (name) : null;
}

/** @param {State} state @returns {Entry['by']} */
function actorOf({ tried, reason }) {
  if (reason === 'by-member') return 'member';
  return tried ? 'offswitch' : 'linkedin-page';
}

/**
 * @param {browser.tabs.Tab} tab
 * @param {State} state
 * @param {string | null} setting its first key
 */
async function noteState(tab, state, setting) {
  const after = outcomeOf(state);
  if (setting === null || after === null) return;
  await keepReading(tab, { setting, after, fresh: after === 'off', by: actorOf(state) });
}
