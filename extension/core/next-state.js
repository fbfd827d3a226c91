/**
 * The next state is a pure function of (state, event): one table. At an event that it does not
 * name, a state stays as it is.
 * A state may only claim what the page shows, so `off` is entered in one place only: `read`.
 */

/** Clicks this close together are one (ms). */
const ONE_CLICK = 1000;

/** @type {State} */
const ELSEWHERE = Object.freeze({
  name: 'elsewhere',
  step: null,
  reason: null,
  reads: null,
  tried: false,
  askedAt: null,
  asked: false,
  dismissed: false,
  onSight: null,
});

/**
 * A state of that name, in the same visit.
 * @param {Pick<State, 'asked' | 'dismissed' | 'onSight'>} state
 * @param {StateName} name
 * @param {Partial<State>} [rest]
 * @returns {State}
 */
function enter({ asked, dismissed, onSight }, name, rest) {
  return { ...ELSEWHERE, asked, dismissed, onSight, name, ...rest };
}

/** @param {State} state @returns {State} */
const stay = (state) => state;

/** @param {Step} step @param {Partial<State>} rest @returns {State} */
const turningOff = (step, rest) =>
  enter({ asked: true, dismissed: false, onSight: null }, 'turning-off', { step, ...rest });

/** @param {Pick<State, 'onSight'>} state @returns {State} */
const turnOff = ({ onSight }) =>
  turningOff('saving', { reads: 'on', reason: 'ignored', tried: true, onSight });

/** @param {Pick<State, 'tried' | 'reads' | 'onSight'>} state @returns {State} */
const loadProof = ({ tried, reads, onSight }) => turningOff('reloading', { reads, tried, onSight });

/**
 * What a sighting alone says. Off is claimed for a fresh and settled reading only.
 * @param {State} state
 * @param {Sighting} seen
 * @returns {State}
 */
function read(state, seen) {
  const reason = seen.byMember ? 'by-member' : null;
  if (seen.reads === 'on') return enter(state, seen.usable ? 'on' : 'locked', { reason });
  if (!seen.fresh) return enter(state, 'unproven', { reason });
  return seen.settled ? enter(state, 'off') : { ...state, reads: 'off' };
}

/**
 * A state that a new reading confirms stays as it is, with its reason.
 * @param {State} state
 * @param {Sighting} seen
 * @returns {State}
 */
function readAgain(state, seen) {
  const found = read(state, seen);
  return found.name === state.name ? state : found;
}

/**
 * The first sighting answers a click that waits for it.
 * @param {State} state
 * @param {Sighting} seen
 * @returns {State}
 */
function readWhileLooking(state, seen) {
  const found = read(state, seen);
  if (state.askedAt === null) {
    return found.name === 'on' && state.reason === 'waited'
      ? { ...found, reason: 'waited' }
      : found;
  }
  if (found.name === 'on') return seen.ready ? turnOff(state) : { ...state, reads: 'on' };
  // Nobody asked for a load where it already reads off on sight.
  const checks = found.name === 'unproven' && state.onSight === null;
  return checks ? loadProof({ ...state, reads: 'off' }) : found;
}

/** @type {Transition<'click'>} */
function rememberClick(state, { at }) {
  if (state.askedAt === null) {
    return { ...state, askedAt: at, asked: true, dismissed: false, reason: null, onSight: null };
  }
  return at - state.askedAt < ONE_CLICK ? state : { ...state, askedAt: null, reason: 'cancelled' };
}

/** @type {Transition<'click'>} */
function answerClick(state, click) {
  const asked = { ...state, onSight: null };
  return click.ready ? turnOff(asked) : rememberClick(enter(asked, 'looking'), click);
}

/**
 * A switch that is there, in a page that never finishes loading, is not an unrecognised one.
 * @type {Transition<'patience-ended'>}
 */
function giveUp(state, { complete }) {
  if (state.reads === 'on' && state.askedAt !== null) return turnOff(state);
  if (state.reads === 'off') return enter(state, 'unproven');
  const reason = state.askedAt === null ? null : 'gave-up';
  return enter(state, complete ? 'unavailable' : 'unrecognised', { reason });
}

/**
 * A failing answer outweighs the others: a page may ask again after a refused save.
 * @type {Transition<'saved'>}
 */
function hearAnswer(state, { status }) {
  const failed = state.reason === 'cut' || state.reason === 'refused';
  const reason = status === 0 ? 'cut' : status >= 400 ? 'refused' : 'reverted';
  return { ...state, step: 'settling', reason: failed ? state.reason : reason };
}

/** The save is over: either it still reads on, or a fresh load must tell. @param {State} state */
function concludeSave(state) {
  return state.reads === 'on'
    ? enter(state, 'kept-on', { reason: state.reason, tried: true })
    : loadProof(state);
}

/**
 * The member's own click, from off to on: their wish is the newer one.
 * @param {Sighting} seen
 */
const isTakenBack = ({ reads, byMember }) => reads === 'on' && byMember;

/** @param {State} state @param {Sighting} seen @returns {State} */
function readWhileTurningOff(state, seen) {
  return isTakenBack(seen) ? read(state, seen) : { ...state, reads: seen.reads };
}

/** @param {State} state @param {Sighting} seen @returns {State} */
function readOnProofLoad(state, seen) {
  const found = read(state, seen);
  if (isTakenBack(seen)) return found;
  const { tried } = state;
  if (found.name === 'on' && tried) return enter(state, 'kept-on', { reason: 'lost', tried });
  return { ...found, tried };
}

/** @type {Transition<'page'>} */
function arriveAt(_state, { at, due }) {
  const looking = enter(ELSEWHERE, 'looking');
  if (!due) return looking;
  const { task, tried, onSight, unreached } = due;
  if (task === 'prove') return turningOff('proving', { tried, onSight });
  if (task === 'turn-off') return { ...looking, asked: onSight === null, askedAt: at, onSight };
  return { ...looking, asked: true, reason: unreached ? 'waited' : null };
}

/** What most states do; at an event that a row does not name, the state stays. @type {Row} */
const USUAL = {
  page: arriveAt,
  left: () => ELSEWHERE,
  sighting: readAgain,
  'no-sighting': (state) => enter(state, 'looking'),
  'not-now': (state) => ({ ...state, dismissed: true }),
};

/** What every step of `turning-off` does: it ends by itself, so a click only shows it. @type {Row} */
const STEP = {
  ...USUAL,
  sighting: readWhileTurningOff,
  'no-sighting': (state) => ({ ...state, reads: null }),
  click: (state) => ({ ...state, dismissed: false }),
};

/** While a save may be in flight. @type {Row} */
const SAVING = {
  ...STEP,
  dialog: (state, { open }) => (open ? { ...state, step: 'confirming' } : state),
  saved: hearAnswer,
  'quiet-ended': concludeSave,
  declined: (state) => enter(state, 'looking'),
};

/** The steps of `turning-off`. @type {Record<Step, Row>} */
const STEPS = {
  saving: SAVING,
  settling: { ...SAVING, dialog: stay },
  confirming: {
    ...SAVING,
    dialog: (state, { open }) => (open ? state : { ...state, step: 'saving' }),
    // Where the last look found the question, the member's answer is waited for all the same.
    'quiet-ended': stay,
  },
  // A proof load that never comes is dropped: what is there is looked at anew.
  reloading: { ...STEP, 'proof-overdue': (state) => enter(state, 'looking') },
  proving: { ...STEP, sighting: readOnProofLoad, 'patience-ended': giveUp },
};

/** @type {Record<Exclude<StateName, 'turning-off'>, Row>} */
const STATES = {
  elsewhere: { ...USUAL, sighting: stay, 'no-sighting': stay, 'not-now': stay },
  looking: {
    ...USUAL,
    sighting: readWhileLooking,
    'no-sighting': (state) => ({ ...state, reads: null }),
    'patience-ended': giveUp,
    click: rememberClick,
    'not-now': (state) => ({ ...state, askedAt: null, asked: false, dismissed: true }),
  },
  on: { ...USUAL, click: answerClick },
  off: USUAL,
  unproven: { ...USUAL, click: (state) => loadProof({ ...state, reads: 'off' }) },
  'kept-on': {
    ...USUAL,
    sighting: (state, seen) =>
      seen.reads === 'on' && seen.usable ? state : readAgain(state, seen),
    click: answerClick,
  },
  locked: USUAL,
  unrecognised: { ...USUAL, 'no-sighting': stay },
  unavailable: { ...USUAL, 'no-sighting': stay },
};

/**
 * @param {State} state
 * @param {StateEvent} event
 * @returns {State}
 */
function nextState(state, event) {
  const { name, step } = state;
  const row = name === 'turning-off' ? STEPS[step ?? 'saving'] : STATES[name];
  const transition = /** @type {Transition<any>} */ (row[event.type] ?? stay);
  return transition(state, event);
}
