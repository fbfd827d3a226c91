/** Whether it is time to read the main setting again. */

const DAY = 24 * 60 * 60_000;

/**
 * When the setting is to be read again (ms since 1970); null: never, or nothing was ever read.
 * @param {Knowledge} knowledge
 */
function recheckAt({ preferences, record }) {
  const { recheckDays } = preferences.values;
  // A date to come is from a clock that was wrong.
  const read = record.entries.filter(
    ({ setting, after, lastAt }) =>
      setting === mainKey(CATALOGUE) && after !== 'unreached' && lastAt <= Date.now(),
  );
  if (recheckDays === 0 || read.length === 0) return null;
  return Math.max(...read.map(({ lastAt }) => lastAt)) + recheckDays * DAY;
}

/** @param {Knowledge} knowledge */
function recheckIsDue(knowledge) {
  const at = recheckAt(knowledge);
  return at !== null && at <= Date.now();
}
