/** The options: every preference with what it means. */

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
  fill(byId('ignored'), localiseAround('options_ignored', quote({ words: ignored.join(', ') })));
}

/** Where the browser's language is English, there is nothing to choose. */
function showLanguage() {
  const ours = browser.i18n.getMessage('language');
  const speaksEnglish = messageLanguage().lang === 'en';
  const unreviewed = byId('language').dataset.unreviewed?.split(' ') ?? [];
  byId('language').hidden = ours === 'en';
  // For whoever cannot read the translation.
  byId('in-english').textContent = speaksEnglish ? '' : (ENGLISH.options_language_english ?? '');
  byId('unreviewed').hidden = speaksEnglish || !unreviewed.includes(ours);
}

function begin() {
  byId('reset').addEventListener('click', () => tellSaved(resetPreferences()));
  offerPreferences((found) => {
    showNotes(found);
    showLanguage();
  }, 'options_title');
}

begin();
