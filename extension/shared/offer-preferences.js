/** Preferences in the controls of an extension page: shown as they are, each choice saved at once. */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** What a control chooses. @param {Control} control */
const preferenceOf = ({ dataset }) => /** @type {keyof Preferences} */ (dataset.preference);

/** @param {Control} control */
function chosenIn(control) {
  const { checked } = /** @type {HTMLInputElement} */ (control);
  const { otherwise } = control.dataset;
  if (otherwise) return checked ? control.value : otherwise;
  if (control.type === 'checkbox') return checked;
  return preferenceOf(control) === 'recheckDays' ? Number(control.value) : control.value;
}

/** @param {Control} control @param {Preferences[keyof Preferences]} value */
function showIn(control, value) {
  if (!(control instanceof HTMLInputElement)) control.value = String(value);
  else control.checked = value === true || value === control.value;
}

/** @param {PreferencesFound} found */
function showPreferences({ values, managed }) {
  for (const element of document.querySelectorAll('[data-preference]')) {
    const control = /** @type {Control} */ (element);
    showIn(control, values[preferenceOf(control)]);
    control.disabled = managed.includes(preferenceOf(control));
  }
  for (const mark of document.querySelectorAll('[data-managed]')) {
    const { dataset } = /** @type {HTMLElement} */ (mark);
    const name = /** @type {keyof Preferences} */ (dataset.managed);
    /** @type {HTMLElement} */ (mark).hidden = !managed.includes(name);
  }
}

/**
 * Tells in the page's status whether a choice was kept; empty meanwhile, so that the same words
 * are told again.
 * @param {Promise<boolean>} saving
 */
async function tellSaved(saving) {
  const status = /** @type {HTMLElement} */ (document.getElementById('saved'));
  status.textContent = '';
  const saved = await saving;
  await readPreferences(); // in the language that was just chosen
  status.textContent = localise(saved ? 'choice_saved' : 'choice_not_saved');
}

/**
 * @param {(found: PreferencesFound) => void} hear what counts, now and after every change
 * @param {string} [title] the message that the page's title begins with
 */
async function offerPreferences(hear, title) {
  /** @param {PreferencesFound} found */
  const show = (found) => {
    localisePage(document, title);
    showPreferences(found);
    hear(found);
  };
  document.addEventListener('change', async ({ target }) => {
    const control = /** @type {Control} */ (target);
    const saving = savePreference(preferenceOf(control), chosenIn(control));
    await tellSaved(saving);
    if (!(await saving)) show(await readPreferences());
  });
  watchPreferences(show);
  show(await readPreferences());
}
