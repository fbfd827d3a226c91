/** What an entry of the record says, in words. */

/** @type {Record<Outcome, string>} */
const HISTORY_HEADLINES = {
  on: 'history_on',
  off: 'history_off',
  unproven: 'history_unproven',
  'kept-on': 'history_kept_on',
  locked: 'history_locked',
  unrecognised: 'history_unrecognised',
  unavailable: 'history_unavailable',
  unreached: 'history_unreached',
};

/** @type {Record<Outcome, string>} */
const HISTORY_WORDS = {
  on: 'history_word_on',
  off: 'history_word_off',
  unproven: 'history_word_unproven',
  'kept-on': 'history_word_on',
  locked: 'history_word_on',
  unrecognised: 'history_word_unknown',
  unavailable: 'history_word_unknown',
  unreached: 'history_word_unknown',
};

/** @type {Record<Entry['by'], string>} */
const HISTORY_CAUSES = {
  offswitch: 'history_by_offswitch',
  member: 'history_by_member',
  'linkedin-page': 'history_only_read',
};

/** @param {Entry} entry */
function headlineOf({ after, fresh, by }) {
  if (after === 'on' && by === 'member') return 'history_on_by_member';
  return HISTORY_HEADLINES[after === 'off' && !fresh ? 'unproven' : after];
}

/** Whose doing it was, where the headline leaves that open. @param {Entry} entry */
function causeOf({ after, by }) {
  if (after === 'off' || after === 'unproven') return localise(HISTORY_CAUSES[by]);
  return after === 'on' && by === 'linkedin-page' ? localise('history_only_read') : '';
}

/** @param {Entry} entry */
function changeOf({ before, after }) {
  if (before === null || before === after) return '';
  return localise('history_before', localise(HISTORY_WORDS[before]));
}

/** LinkedIn's name of a setting, in quotes; its key where it has none here. @param {string} key */
function quoteSetting(key) {
  const setting = CATALOGUE.settings.find(({ keys }) => keys.includes(key));
  const quoted = document.createElement('q');
  quoted.append(quote(setting ? nameOf(setting) : { words: key }));
  return quoted;
}

/**
 * @param {Entry} entry
 * @param {boolean} named whether the setting must be named, too
 */
function sayEntry(entry, named) {
  const { setting, browser: name, version } = entry;
  const why = [causeOf(entry), changeOf(entry)].filter(Boolean).join(' ');
  const madeBy = [name, version].map((words) => quote({ words }));
  return {
    headline: localise(headlineOf(entry)),
    why: named ? [quoteSetting(setting), why && '. ', why] : why,
    madeBy: localiseAround('history_made_by', ...madeBy),
  };
}
