/** A quiet mark on the button when the setting was not read for long. Nothing else happens then. */

const RECHECK_ALARM = 'recheck';

/**
 * Marks the button where the time has come, and sets the clock where it has not.
 * @param {Knowledge} knowledge
 */
async function remindOfRecheck(knowledge) {
  const at = recheckAt(knowledge);
  const due = recheckIsDue(knowledge);
  if (at === null || due) await browser.alarms.clear(RECHECK_ALARM);
  else browser.alarms.create(RECHECK_ALARM, { when: at });
  await draw({}, due ? RECHECK : NOWHERE);
}
