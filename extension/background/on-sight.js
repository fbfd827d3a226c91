/** Turning off without a click on this visit, where the member or an organisation chose that. */

/** After LinkedIn kept it on it is not tried again by itself for so long (ms). */
const LET_BE = 24 * 60 * 60_000;

/** In one tab it is done once in so long (ms). */
const ONCE = 5 * 60_000;

/**
 * @param {LocalRecord} record
 * @param {string} store
 */
function mayActIn(record, store) {
  const setting = mainKey(CATALOGUE);
  const keptOn = record.entries.some(
    (entry) =>
      entry.store === store &&
      entry.setting === setting &&
      entry.after === 'kept-on' &&
      Date.now() - entry.lastAt < LET_BE,
  );
  return !keptOn && setByMember(record, store, setting) === null;
}

/**
 * Whether this tab has not acted so for a while: a page that comes back by itself, still on, must
 * not make us act on and on with nobody there.
 * @param {browser.tabs.Tab} tab
 */
async function isFirst({ id }) {
  const key = `sight:${id}`;
  const { [key]: at } = await browser.storage.session.get(key);
  if (Date.now() - at < ONCE) return false;
  await browser.storage.session.set({ [key]: Date.now() });
  return true;
}

/**
 * What a page is due that nobody asked anything of. Only where it was loaded or the app came to it:
 * a reload may be the proof load; never in private; and only with a history, for it must know what
 * came before.
 * @param {browser.tabs.Tab} tab
 * @param {Hello} hello
 * @param {Knowledge} knowledge
 * @returns {Promise<Due | null>}
 */
async function dueOnSight(tab, { arrival, settings }, { preferences, record, unreadable }) {
  const { id } = mainSetting(CATALOGUE);
  const { values, managed } = preferences;
  const chosen = values.actsOnSight && values.level !== 'look';
  const remembers = values.keepsHistory && !unreadable && mayActIn(record, storeOf(tab));
  const visits = settings.includes(id) && (arrival === 'load' || arrival === 'app');
  if (!chosen || !remembers || !visits || tab.incognito) return null;
  if (!(await isFirst(tab))) return null;
  const onSight = managed.includes('actsOnSight') ? 'organisation' : 'member';
  return makeDue('turn-off', id, { onSight });
}
