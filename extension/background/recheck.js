/** A quiet mark on the button when the setting was not read for long. Nothing else happens then. */

const DAY = 24 * 60 * 60_000;

const RECHECK_ALARM = 'recheck';

/**
 * When the setting is to be read again (ms since 1970); null: never, or nothing was ever read.
 * @param {Knowledge} knowledge
 */
function recheckAt({ preferences, record }) {
  const { recheckDays } = preferences.values;
  const read = record.entries.filter(({ after }) => after !== 'unreached');
  if (recheckDays === 0 || read.length === 0) return null;
  return Math.max(...read.map(({ lastAt }) => lastAt)) + recheckDays * DAY;
}

/** @param {Knowledge} knowledge */
function recheckIsDue(knowledge) {
  const at = recheckAt(knowledge);
  return at !== null && at <= Date.now();
}

/** Marks the button where the time has come, and sets the clock where it has not. */
async function remindOfRecheck() {
  const knowledge = await know();
  const at = recheckAt(knowledge);
  const due = recheckIsDue(knowledge);
  if (at === null || due) await browser.alarms.clear(RECHECK_ALARM);
  else browser.alarms.create(RECHECK_ALARM, { when: at });
  await draw({}, due ? RECHECK : NOWHERE);
}
