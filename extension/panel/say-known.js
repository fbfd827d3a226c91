/**
 * What the panel says where no page of ours speaks: what was last read, and when; and the next
 * step that follows from it.
 *
 * @typedef {Saying & {when: number | null, task: Due['task']}} Plan when: what it speaks of was read
 *   (ms since 1970); the task is done on the setting's page
 */

/** @type {Omit<Plan, 'name' | 'detail' | 'action'>} */
const UNDATED = { day: null, when: null, byHand: false, announces: null, task: 'turn-off' };

/** Nothing was ever read. @type {Plan} */
const NEVER_READ = {
  ...UNDATED,
  name: 'elsewhere',
  detail: 'detail_elsewhere',
  action: 'button_turn_off',
};

/** The page is the setting's, and no script of ours runs in it. @type {Plan} */
const OPEN_BEFORE_US = {
  ...UNDATED,
  name: 'open_before',
  detail: 'detail_open_before',
  action: 'button_reload_and_turn_off',
};

/** The page is the setting's, and is too busy to answer. @type {Plan} */
const BUSY = { ...UNDATED, name: 'looking', detail: 'detail_looking', action: null };

/** This tab was sent to the setting, and LinkedIn shows something else. @type {Plan} */
const UNREACHED = {
  ...UNDATED,
  name: 'unreached',
  detail: 'detail_unreached',
  action: 'button_open',
  task: 'show',
};

/** @param {Entry} entry @returns {Pick<Plan, 'action' | 'task'>} */
function nextStep({ after, by }) {
  const wantsItOn = after === 'on' && by === 'member';
  if ((after === 'on' || after === 'kept-on') && !wantsItOn) {
    return { action: 'button_turn_off', task: 'turn-off' };
  }
  const reads = after === 'off' || after === 'on' || after === 'unproven';
  return { action: reads ? 'button_check' : 'button_open', task: 'show' };
}

/** @param {Entry | null} entry @returns {Plan} */
function sayKnown(entry) {
  return entry ? { ...UNDATED, ...nextStep(entry), ...sayLast(entry) } : NEVER_READ;
}

/**
 * Where Offswitch only looks, it takes the member there, and no further.
 * @param {Plan} plan
 * @param {Level} level
 * @returns {Plan}
 */
function keepToLevel(plan, level) {
  const acts = plan.task === 'turn-off' && level === 'look';
  if (!acts) return plan;
  const detail = plan.when === null ? 'detail_goes' : plan.detail;
  return { ...plan, detail, action: 'button_open', task: 'show' };
}
