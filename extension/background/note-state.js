/** What pages tell of their states, as readings of the record. */

/** Nobody's click came before. */
const ONLY_READ = Object.freeze({ fresh: false, by: /** @type {const} */ ('linkedin-page') });

/** States that last; the others are on their way to one. @type {readonly string[]} */
const RESTING = ['on', 'off', 'unproven', 'kept-on', 'locked', 'unrecognised', 'unavailable'];

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
  if (setting === null || !RESTING.includes(state.name)) return;
  const after = /** @type {Outcome} */ (state.name);
  await keepReading(tab, { setting, after, fresh: after === 'off', by: actorOf(state) });
}
