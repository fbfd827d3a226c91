/** The options: every preference with what it means. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Why acting on sight does nothing, as the name of a message; null where it acts or is not chosen.
 * @param {Preferences} values
 */
function whyInactive({ actsOnSight, level, keepsHistory }) {
  if (!actsOnSight) return null;
  if (level === 'look') return 'options_sight_not_in_look';
  return keepsHistory ? null : 'options_sight_needs_history';
}

/** @param {PreferencesFound} found */
function showNotes({ values, managed, ignored }) {
  const why = whyInactive(values);
  byId('inactive').hidden = why === null;
  byId('inactive').textContent = why && localise(why);
  byId('organised').hidden = managed.length === 0;
  byId('ignored').hidden = ignored.length === 0;
  byId('ignored').textContent = localise('options_ignored', ignored.join(', '));
}

function begin() {
  localisePage(document);
  byId('reset').addEventListener('click', () => tellSaved(resetPreferences()));
  offerPreferences(showNotes);
}

begin();
