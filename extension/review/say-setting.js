/** What is known of a setting, in words: never more than what was read. */

/** LinkedIn's name of it; the id where the catalogue has it no more. @param {string} id */
const titleOf = (id) => settingOf(CATALOGUE, id)?.names.en ?? id;

/** @param {string} id */
const quoteTitle = (id) => quote({ words: titleOf(id) });

/** Of LinkedIn's page that has it. @param {string} id */
const settingAddress = (id) => addressOf(CATALOGUE, settingOf(CATALOGUE, id)?.paths[0]);

/**
 * The last reading: the record's, or the pass's, which is there where no history is kept.
 * @param {Pick<ReviewScene, 'record' | 'store' | 'pass'>} scene
 * @param {Setting} setting
 * @returns {LastReading | null}
 */
function lastOf({ record, store, pass }, setting) {
  const entry = lastRead(record, store, keyOf(setting));
  const ours = pass?.store === store ? pass.steps : [];
  const step = ours.find(({ setting: id }) => id === setting.id);
  const { outcome = null, at = null, clicked = false } = step ?? {};
  if (!outcome || outcome === 'unreached' || !at || at <= (entry?.lastAt ?? 0)) return entry;
  const by = clicked ? 'offswitch' : 'linkedin-page';
  return { after: outcome, fresh: outcome === 'off', by, lastAt: at };
}

/** @param {LastReading | null} reading */
function sayLastRead(reading) {
  if (!reading) return { tone: 'elsewhere', headline: localise('review_not_read'), detail: '' };
  const { name, detail, day } = sayLast(reading);
  const headline = localise(`headline_${name}`);
  return { tone: toldBy(reading), headline, detail: localise(detail, day) };
}

/** Whether a fresh load showed it off, and nothing else was read since. @param {LastReading | null} reading */
const isKnownOff = (reading) => reading !== null && toldBy(reading) === 'off';
