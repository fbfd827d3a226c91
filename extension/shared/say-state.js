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

/** Where the words are not those of the step, else of the state. @type {Record<string, string>} */
const WORDS = { settling: 'saving', reloading: 'proving', 'kept-on': 'kept_on' };

/** @type {Record<string, string>} */
const ACTIONS = {
  elsewhere: 'button_turn_off',
  looking_asked: 'button_cancel',
  on: 'button_turn_off',
  off: 'button_check',
  unproven: 'button_check',
  kept_on: 'button_try_again',
  unrecognised: 'button_check',
  unavailable: 'button_check',
};

/** Where Offswitch cannot help any further. */
const BY_HAND = ['kept-on', 'locked', 'unrecognised', 'unavailable'];

/** @param {State} state */
function wordsOf({ name, step, reason, askedAt }) {
  if (askedAt !== null) return 'looking_asked';
  if (reason === 'cancelled') return reason;
  return WORDS[step ?? name] ?? step ?? name;
}

/** @param {State} state @returns {Saying} */
function sayState(state) {
  const { name: stateName, reason } = state;
  const name = wordsOf(state);
  const why = reason === 'gave-up' ? 'gave_up' : name === 'kept_on' ? `${name}_${reason}` : name;
  const action = ACTIONS[name] ?? null;
  return { name, detail: `detail_${why}`, action, byHand: BY_HAND.includes(stateName) };
}
