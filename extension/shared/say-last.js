/** What the last reading of a setting says; it claims nothing about today. */

/** Headlines of what was read, else of what was not. @type {Partial<Record<Outcome, string>>} */
const LAST = { on: 'last_on', 'kept-on': 'last_on', locked: 'last_on', off: 'last_off' };

/** What an entry tells: off only where a fresh load showed it. @param {Entry} entry @returns {Outcome} */
const toldBy = ({ after, fresh }) => (after === 'off' && !fresh ? 'unproven' : after);

/**
 * @param {Entry} entry
 * @returns {Pick<Saying, 'name' | 'detail'> & {when: number}}
 */
function sayLast(entry) {
  const told = toldBy(entry);
  const who = told === 'on' && entry.by === 'member' ? 'by_member' : told.replace('-', '_');
  return { name: LAST[told] ?? 'last_unknown', detail: `detail_last_${who}`, when: entry.lastAt };
}
