/**
 * What the last reading of a setting says; it claims nothing about today.
 *
 * @typedef {Pick<Entry, 'after' | 'fresh' | 'by' | 'lastAt'>} LastReading
 */

/** Headlines of what was read, else of what was not. @type {Partial<Record<Outcome, string>>} */
const LAST = { on: 'last_on', 'kept-on': 'last_on', locked: 'last_on', off: 'last_off' };

/** Off only where a fresh load showed it. @param {LastReading} reading @returns {Outcome} */
const toldBy = ({ after, fresh }) => (after === 'off' && !fresh ? 'unproven' : after);

/**
 * @param {LastReading} reading
 * @returns {Pick<Saying, 'name' | 'detail'> & {day: string, when: number}} when: ms since 1970
 */
function sayLast(reading) {
  const told = toldBy(reading);
  const who = told === 'on' && reading.by === 'member' ? 'by_member' : told.replace('-', '_');
  const name = LAST[told] ?? 'last_unknown';
  const when = reading.lastAt;
  return { name, detail: `detail_last_${who}`, day: sayDate(when), when };
}
