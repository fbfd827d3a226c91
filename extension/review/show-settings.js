/** What is known of each setting now, and what can be done with it. */

/** Why nothing can be begun from the list. @type {Record<Stage, string>} */
const WAITS_FOR = {
  none: '',
  'under-way': 'review_wait',
  halted: 'review_wait_halted',
  ended: '',
};

/** @param {Setting} setting @param {LastReading | null} reading */
function showKnown({ id }, reading) {
  const { tone, headline, detail } = sayLastRead(reading);
  const known = byId(`${id}-known`);
  /** @param {string} css */
  const part = (css) => /** @type {HTMLElement} */ (known.querySelector(css));
  known.dataset.tone = tone;
  part('.last').textContent = headline;
  say(part('.when'), detail);
}

/** @param {ReviewScene} scene @param {Setting} setting */
function showSetting(scene, setting) {
  const row = byId(`setting-${setting.id}`);
  const reading = lastOf(scene, setting);
  const off = isKnownOff(reading);
  const looks = scene.level === 'look';
  const turnOff = /** @type {HTMLButtonElement} */ (row.querySelector('.turn-off'));
  const open = /** @type {HTMLButtonElement} */ (row.querySelector('.open'));
  const box = /** @type {HTMLInputElement} */ (row.querySelector('input'));
  showKnown(setting, reading);
  box.hidden = scene.inPrivate;
  turnOff.hidden = off || looks;
  turnOff.disabled = stageOf(scene.pass) === 'under-way';
  open.textContent = localise(off && !looks ? 'review_show_me' : 'review_open');
}

/** @param {ReviewScene} scene */
function showSettings(scene) {
  for (const setting of CATALOGUE.settings) showSetting(scene, setting);
  const waits = WAITS_FOR[stageOf(scene.pass)];
  say(byId('waits'), waits && localise(waits));
  for (const id of ['choice', 'bar', 'intro', 'risk']) byId(id).hidden = scene.inPrivate;
  byId('begin').hidden = waits !== '';
  const begin = /** @type {HTMLButtonElement} */ (byId('start'));
  begin.textContent = localise(scene.level === 'look' ? 'review_check' : 'review_start');
  begin.disabled = chosenSettings().length === 0 || !scene.allowed;
  countChosen();
}
