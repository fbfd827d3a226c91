/**
 * The next state is a pure function of (state, event): one table, every pair defined.
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
  status: null,
  answers: 0,
  tried: false,
  askedAt: null,
  asked: false,
  dismissed: false,
});

/**
 * A state of that name, in the same visit.
 * @param {State} state
 * @param {StateName} name
 * @param {Partial<State>} [rest]
 * @returns {State}
 */
function enter({ asked, dismissed }, name, rest = {}) {
  return { ...ELSEWHERE, asked, dismissed, name, ...rest };
}

/** @param {State} state @returns {State} */
const stay = (state) => state;

/** @param {State} state @returns {State} */
const turnOff = (state) =>
  enter(state, 'turning-off', {
    step: 'saving',
    reads: 'on',
    tried: true,
    asked: true,
    dismissed: false,
  });

/** @param {State} state @returns {State} */
const loadProof = (state) =>
  enter(state, 'turning-off', {
    step: 'reloading',
    reads: 'off',
    tried: state.tried,
    asked: true,
    dismissed: false,
  });

/**
 * What a sighting alone says. Off is claimed for a fresh and settled reading only.
 * @param {State} state
 * @param {Sighting} seen
 * @returns {State}
 */
function read(state, seen) {
  if (seen.reads === 'on') return enter(state, seen.usable ? 'on' : 'locked');
  if (!seen.fresh) return enter(state, 'unproven');
  return seen.settled ? enter(state, 'off') : state;
}

/**
 * The first sighting answers a click that waits for it.
 * @param {State} state
 * @param {Sighting} seen
 * @returns {State}
 */
function readWhileLooking(state, seen) {
  const found = read(state, seen);
  if (state.askedAt === null) return found;
  if (found.name === 'on') return turnOff(state);
  return found.name === 'unproven' ? loadProof(state) : found;
}

/**
 * @param {State} state
 * @param {Extract<StateEvent, {type: 'click'}>} click
 * @returns {State}
 */
function rememberClick(state, { at }) {
  if (state.askedAt === null) {
    return { ...state, askedAt: at, asked: true, dismissed: false, reason: null };
  }
  return at - state.askedAt < ONE_CLICK ? state : { ...state, askedAt: null, reason: 'cancelled' };
}

/**
 * @param {State} state
 * @param {Extract<StateEvent, {type: 'patience-ended'}>} event
 * @returns {State}
 */
function giveUp(state, { complete }) {
  const reason = state.askedAt === null ? null : 'gave-up';
  return enter(state, complete ? 'unavailable' : 'unrecognised', { reason });
}

/** Why a switch that we clicked reads on. @param {State} state @returns {Reason} */
function whyKeptOn({ status }) {
  if (status === null) return 'ignored';
  if (status === 0) return 'cut';
  return status >= 400 ? 'refused' : 'reverted';
}

/** The save is over: either it still reads on, or a fresh load must tell. @param {State} state */
function concludeSave(state) {
  if (state.reads !== 'on') return loadProof(state);
  return enter(state, 'kept-on', { reason: whyKeptOn(state) });
}

/**
 * A failing answer outweighs the others: a page may ask again after a refused save.
 * @param {State} state
 * @param {Extract<StateEvent, {type: 'saved'}>} saved
 * @returns {State}
 */
function hearAnswer(state, { status }) {
  const failed = state.status !== null && (state.status === 0 || state.status >= 400);
  return {
    ...state,
    step: 'settling',
    status: failed ? state.status : status,
    answers: state.answers + 1,
  };
}

/** @param {State} state @param {Sighting} seen @returns {State} */
function readOnProofLoad(state, seen) {
  if (seen.reads === 'off') {
    const found = read(state, seen);
    return found === state ? { ...state, reads: 'off' } : found;
  }
  if (!seen.usable || !state.tried) return read(state, seen);
  return enter(state, 'kept-on', { reason: 'lost' });
}

/** The due proof is dropped: say what was last read, as not proven. @param {State} state */
const dropProof = (state) => enter(state, state.reads === 'off' ? 'unproven' : 'unrecognised');

/** @param {State} state @returns {boolean} */
const isSaving = ({ step }) => step === 'saving' || step === 'settling' || step === 'confirming';

/**
 * @template {StateEvent['type']} Type
 * @typedef {(state: State, event: Extract<StateEvent, {type: Type}>) => State} Transition
 */

/** @typedef {{[Type in StateEvent['type']]: Transition<Type>}} Row */

/** What most states do. @type {Row} */
const USUAL = {
  page: (_state, { at, due }) => {
    const looking = { ...ELSEWHERE, name: /** @type {const} */ ('looking') };
    if (due?.task === 'turn-off') return { ...looking, asked: true, askedAt: at };
    if (due?.task === 'prove') return { ...loadProof(looking), step: 'proving', tried: due.tried };
    return looking;
  },
  left: () => ELSEWHERE,
  sighting: read,
  'no-sighting': (state) => enter(state, 'looking'),
  'patience-ended': stay,
  click: stay,
  'not-now': (state) => ({ ...state, dismissed: true }),
  dialog: stay,
  saved: stay,
  'quiet-ended': stay,
  'proof-overdue': stay,
};

/** @type {Record<StateName, Row>} */
const TRANSITIONS = {
  elsewhere: { ...USUAL, sighting: stay, 'no-sighting': stay, 'not-now': stay },
  looking: {
    ...USUAL,
    sighting: readWhileLooking,
    'no-sighting': stay,
    'patience-ended': giveUp,
    click: rememberClick,
    'not-now': (state) => ({ ...state, askedAt: null, asked: false, dismissed: true }),
  },
  on: { ...USUAL, click: turnOff },
  'turning-off': {
    ...USUAL,
    sighting: (state, seen) =>
      state.step === 'proving'
        ? readOnProofLoad(state, seen)
        : isSaving(state)
          ? { ...state, reads: seen.reads }
          : state,
    'no-sighting': (state) => (isSaving(state) ? { ...state, reads: null } : state),
    'patience-ended': (state, event) => (state.step === 'proving' ? giveUp(state, event) : state),
    click: (state) => ({ ...state, dismissed: false }),
    dialog: (state, { open }) => {
      if (open) return isSaving(state) ? { ...state, step: 'confirming' } : state;
      return state.step === 'confirming' ? { ...state, step: 'saving' } : state;
    },
    saved: (state, event) => (isSaving(state) ? hearAnswer(state, event) : state),
    'quiet-ended': (state) => (isSaving(state) ? concludeSave(state) : state),
    'proof-overdue': (state) => (isSaving(state) ? state : dropProof(state)),
  },
  off: USUAL,
  unproven: { ...USUAL, click: loadProof },
  'kept-on': {
    ...USUAL,
    sighting: (state, seen) => (seen.reads === 'on' && seen.usable ? state : read(state, seen)),
    click: turnOff,
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
  const transition = /** @type {Transition<any>} */ (TRANSITIONS[state.name][event.type]);
  return transition(state, event);
}

/** Patience with a page that shows no switch, and with a proof that does not come (ms). */
const PATIENCE = 15_000;
const PROOF_PATIENCE = 30_000;
/** LinkedIn can take seconds to save: with no answer heard, wait as long as saves were seen to. */
const QUIET = 10_000;
/** After an answer, the page needs a moment to draw it. */
const SETTLE = 1000;

/**
 * The timers that run while this state lasts.
 * @param {State} state
 * @returns {Deadline[]}
 */
function deadlinesOf({ name, step }) {
  if (name === 'looking') return [{ event: 'patience-ended', after: PATIENCE }];
  if (step === 'saving') return [{ event: 'quiet-ended', after: QUIET }];
  if (step === 'settling') return [{ event: 'quiet-ended', after: SETTLE }];
  const overdue = { event: /** @type {const} */ ('proof-overdue'), after: PROOF_PATIENCE };
  if (step === 'reloading') return [overdue];
  if (step === 'proving') return [{ event: 'patience-ended', after: PATIENCE }, overdue];
  return [];
}

/**
 * What entering `after` asks of the page's script: at most one deed, and only on entering.
 * @param {State} before
 * @param {State} after
 * @returns {Deed | null}
 */
function deedOf(before, after) {
  if (after.step === before.step) return null;
  if (after.step === 'saving' && before.name !== 'turning-off') return 'click-switch';
  return after.step === 'reloading' ? 'load-proof' : null;
}
