/** Turning off without a click on this visit, where the member or an organisation chose that. */

/** After LinkedIn kept it on it is not tried again by itself for so long (ms). */
const LET_BE = 24 * 60 * 60_000;

/**
 * @param {LocalRecord} record
 * @param {string} store
 */
function mayActIn(record, store) {
  const setting = mainKey(CATALOGUE);
  const keptOn = record.entries.some(
    (entry) =>
      entry.store === store && entry.after === 'kept-on' && Date.now() - entry.lastAt < LET_BE,
  );
  return !keptOn && setByMember(record, store, setting) === null;
}

/**
 * What a page is due that nobody asked anything of. Never on a reload, which may be the proof load;
 * never in private; and only with a history, for it must know what came before.
 * @param {browser.tabs.Tab} tab
 * @param {{reloaded: boolean, onSetting: boolean}} load
 * @param {Knowledge} knowledge
 * @returns {Due | null}
 */
function dueOnSight(tab, { reloaded, onSetting }, { preferences, record }) {
  const { values, managed } = preferences;
  const chosen = values.actsOnSight && values.keepsHistory && values.level !== 'look';
  if (!chosen || reloaded || !onSetting || tab.incognito) return null;
  if (!mayActIn(record, storeOf(tab))) return null;
  const onSight = managed.includes('actsOnSight') ? 'organisation' : 'member';
  return makeDue('turn-off', { onSight });
}
