/**
 * The guided pass while it is under way, and while it stands still: where it is, what the page
 * shows, what remains, and what the member can do.
 *
 * @typedef {'none' | 'under-way' | 'halted' | 'ended'} Stage
 */

/** What stopped it, and what to do next. @type {Record<PassHalt, string>} */
const HALTS = {
  paused: 'review_halt_paused',
  stopped: '',
  closed: 'review_halt_closed',
  left: 'review_halt_left',
  limited: 'review_halt_limited',
  unreached: 'review_halt_unreached',
  restarted: 'review_halt_restarted',
};

/** Where its tab is there no longer. @type {(PassHalt | null)[]} */
const WITHOUT_TAB = ['closed', 'restarted'];

/** @param {Pass | null} pass @returns {Stage} */
function stageOf(pass) {
  if (pass === null) return 'none';
  if (pass.halted === 'stopped' || currentStep(pass) === null) return 'ended';
  return pass.halted === null ? 'under-way' : 'halted';
}

/** Where it is: the steps are done in their order. @param {Pass} pass */
function progressOf({ steps }) {
  const done = steps.filter(({ outcome }) => outcome !== null).length;
  return { done, all: steps.length, left: steps.length - done - 1 };
}

/** @param {Pass} pass */
function showProgress(pass) {
  const { done, all, left } = progressOf(pass);
  const step = currentStep(pass);
  if (!step) return;
  const progress = /** @type {HTMLProgressElement} */ (byId('progress'));
  progress.max = all;
  progress.value = done;
  const place = [done + 1, all].map(sayNumber);
  fill(byId('step'), localiseAround('review_step', ...place, quoteTitle(step.setting)));
  say(byId('left'), left > 0 ? localise('review_left', sayNumber(left)) : '');
}

/** What to do next, for the ears too. @param {Pass | null} pass */
function showHalt(pass) {
  const halted = stageOf(pass) === 'halted' ? pass?.halted : null;
  sayOnce('halted', halted ? localise(HALTS[halted]) : '');
}

/** @param {Pass | null} pass */
function showPass(pass) {
  const stage = stageOf(pass);
  const goesOn = stage === 'under-way';
  const there = goesOn || stage === 'halted';
  document.body.dataset.stage = stage;
  byId('pass-place').hidden = !there;
  byId('pass-buttons').hidden = !there;
  byId('pass-title').textContent = localise(
    pass?.task === 'show' ? 'review_pass_check' : 'review_pass',
  );
  byId('pace').hidden = !goesOn;
  byId('live').hidden = !goesOn;
  byId('pause').hidden = !goesOn;
  byId('show-tab').hidden = WITHOUT_TAB.includes(pass?.halted ?? null);
  byId('resume').hidden = stage !== 'halted';
  showHalt(pass);
  if (pass && there) showProgress(pass);
}

/** What the current step's page shows at this moment. @param {State | null} state null: not heard yet */
function sayLive(state) {
  if (!state || state.name === 'elsewhere') return localise('review_live_none');
  // The headline of `on` speaks of AI training, and a step may be any setting.
  return localise(state.name === 'on' ? 'review_live_on' : `headline_${sayState(state).name}`);
}
