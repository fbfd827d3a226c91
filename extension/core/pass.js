/**
 * The guided pass: several settings, one after another. Which they are, and what came of each; it
 * outlives the tab, the worker and the browser. What is in storage may be anything: it is a pass in
 * every detail, or there is none.
 */

/** Where it is in storage.local. */
const PASS_KEY = 'pass';

/** @type {{readonly [Field in keyof PassStep]: (value: unknown) => boolean}} */
const STEP_FIELDS = {
  setting: isShortText,
  handedOut: isAmong([false, true]),
  clicked: isAmong([false, true]),
  outcome: isAmong([null, ...OUTCOMES]),
  at: (value) => value === null || isMoment(value),
};

/** @type {{readonly [Field in keyof Pass]: (value: unknown) => boolean}} */
const PASS_FIELDS = {
  schema: isAmong([1]),
  task: isAmong(['turn-off', 'show']),
  store: isShortText,
  startedAt: isMoment,
  halted: isAmong([
    null,
    'paused',
    'stopped',
    'closed',
    'left',
    'limited',
    'unreached',
    'restarted',
  ]),
  steps: (value) => Array.isArray(value) && value.every((step) => hasExactly(STEP_FIELDS, step)),
};

/**
 * @param {readonly string[]} settings their ids, in the order in which they are visited
 * @param {Pass['task']} task
 * @param {string} store the cookie store it is done in
 * @param {number} at Date.now()
 * @returns {Pass}
 */
function makePass(settings, task, store, at) {
  const fresh = { handedOut: false, clicked: false, outcome: null, at: null };
  const steps = settings.map((setting) => ({ setting, ...fresh }));
  return { schema: 1, task, store, startedAt: at, halted: null, steps };
}

/**
 * The pass that is stored.
 * @param {unknown} stored undefined where nothing is
 * @returns {Pass | null} null too where it cannot be read
 */
function openPass(stored) {
  return hasExactly(PASS_FIELDS, stored) ? /** @type {Pass} */ (stored) : null;
}

/**
 * The step that is under way, or next; null when something came of all of them.
 * @param {Pass} pass
 * @returns {PassStep | null}
 */
function currentStep({ steps }) {
  return steps.find(({ outcome }) => outcome === null) ?? null;
}

/** Whether it goes on without being told to. @param {Pass | null} pass @returns {pass is Pass} */
function isUnderWay(pass) {
  return pass !== null && pass.halted === null && currentStep(pass) !== null;
}

/** Whether there is nothing left of it but its report. @param {Pass | null} pass */
const hasEnded = (pass) =>
  pass !== null && (pass.halted === 'stopped' || currentStep(pass) === null);

/**
 * The pass with more known of one step.
 * @param {Pass} pass
 * @param {string} setting its id
 * @param {Partial<PassStep>} news
 * @returns {Pass}
 */
function noteInStep(pass, setting, news) {
  const steps = pass.steps.map((step) => (step.setting === setting ? { ...step, ...news } : step));
  return { ...pass, steps };
}

/** @type {Record<Outcome, PassLine>} */
const PASS_LINES = {
  on: 'still-on',
  off: 'already-off',
  unproven: 'unproven',
  'kept-on': 'kept-on',
  locked: 'still-on',
  unrecognised: 'not-recognised',
  unavailable: 'not-offered',
  unreached: 'not-reached',
};

/** Where it was clicked before. @type {Partial<Record<Outcome, PassLine>>} */
const PASS_LINES_AFTER_CLICK = {
  on: 'kept-on',
  off: 'changed',
  'kept-on': 'kept-on',
  locked: 'kept-on',
};

/**
 * Under which heading of the report a step stands.
 * @param {PassStep} step
 * @returns {PassLine}
 */
function lineOf({ outcome, clicked }) {
  if (outcome === null) return clicked ? 'unproven' : 'not-done';
  if (!clicked) return PASS_LINES[outcome];
  return PASS_LINES_AFTER_CLICK[outcome] ?? 'unproven';
}
