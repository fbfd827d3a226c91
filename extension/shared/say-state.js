/**
 * What each state says, as names of messages: what follows from it, and the one action that makes
 * sense. Everything that draws a state asks here.
 *
 * @typedef {object} Saying
 * @property {string} name the button's title is title_<name>, the headline headline_<name>
 * @property {string} detail
 * @property {string | null} action the button's label
 * @property {boolean} byHand whether the steps by hand are worth showing
 */

/**
 * @param {string} name
 * @param {Partial<Saying>} [rest]
 * @returns {Saying}
 */
function saying(name, rest) {
  return { name, detail: `detail_${name}`, action: null, byHand: false, ...rest };
}

/** @param {State} state @returns {Saying} */
function sayLooking({ askedAt, reason }) {
  if (askedAt !== null) return saying('looking_asked', { action: 'button_cancel' });
  return saying(reason === 'cancelled' ? 'cancelled' : 'looking');
}

/** @param {State} state @returns {Saying} */
function sayTurningOff({ step }) {
  if (step === 'confirming') return saying('confirming');
  return saying(step === 'reloading' || step === 'proving' ? 'proving' : 'saving');
}

/** @param {'unrecognised' | 'unavailable'} name @param {State} state */
function sayNotFound(name, { reason }) {
  const why = reason === 'gave-up' ? { detail: 'detail_gave_up' } : {};
  return saying(name, { action: 'button_check', byHand: true, ...why });
}

/** @type {Record<StateName, (state: State) => Saying>} */
const SAYINGS = {
  elsewhere: () => saying('elsewhere', { action: 'button_turn_off' }),
  looking: sayLooking,
  on: () => saying('on', { action: 'button_turn_off' }),
  'turning-off': sayTurningOff,
  off: () => saying('off', { action: 'button_check' }),
  unproven: () => saying('unproven', { action: 'button_check' }),
  'kept-on': ({ reason }) =>
    saying('kept_on', {
      detail: `detail_kept_on_${reason}`,
      action: 'button_try_again',
      byHand: true,
    }),
  locked: () => saying('locked', { byHand: true }),
  unrecognised: (state) => sayNotFound('unrecognised', state),
  unavailable: (state) => sayNotFound('unavailable', state),
};

/** @param {State} state @returns {Saying} */
const sayState = (state) => SAYINGS[state.name](state);
