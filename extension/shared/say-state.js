/**
 * What each state says, as names of messages: title of the button, headline, what follows from
 * it, and the one action that makes sense. Everything that draws a state asks here.
 */

/**
 * @typedef {'turn-off' | 'try-again' | 'check' | 'cancel' | null} Action
 * @typedef {object} Saying
 * @property {string} title
 * @property {string} headline
 * @property {string | null} detail
 * @property {Action} action
 * @property {boolean} byHand whether the steps by hand are worth showing
 */

/**
 * @param {string} name
 * @param {Action} [action]
 * @param {string | null} [detail]
 * @param {boolean} [byHand]
 * @returns {Saying}
 */
function saying(name, action = null, detail = `detail_${name}`, byHand = false) {
  return { title: `title_${name}`, headline: `headline_${name}`, detail, action, byHand };
}

/** @param {State} state @returns {Saying} */
function sayLooking({ askedAt, reason }) {
  if (askedAt !== null) return saying('looking_asked', 'cancel');
  return reason === 'cancelled' ? saying('cancelled') : saying('looking');
}

/** @param {State} state @returns {Saying} */
function sayTurningOff({ step }) {
  if (step === 'confirming') return saying('confirming');
  return step === 'reloading' || step === 'proving' ? saying('proving') : saying('saving');
}

/** @param {State} state @returns {string} */
const whyNot = ({ name, reason }) => (reason === 'gave-up' ? 'detail_gave_up' : `detail_${name}`);

/** @type {Record<StateName, (state: State) => Saying>} */
const SAYINGS = {
  elsewhere: () => saying('elsewhere', 'turn-off'),
  looking: sayLooking,
  on: () => saying('on', 'turn-off'),
  'turning-off': sayTurningOff,
  off: () => saying('off', 'check'),
  unproven: () => saying('unproven', 'check'),
  'kept-on': ({ reason }) => saying('kept_on', 'try-again', `detail_kept_on_${reason}`, true),
  locked: () => saying('locked', null, 'detail_locked', true),
  unrecognised: (state) => saying('unrecognised', 'check', whyNot(state), true),
  unavailable: (state) => saying('unavailable', 'check', whyNot(state), true),
};

/** @param {State} state @returns {Saying} */
const sayState = (state) => SAYINGS[state.name](state);
