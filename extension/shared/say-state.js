/**
 * What each state says, as names of messages: what follows from it, and the one action that makes
 * sense. Everything that draws a state asks here.
 *
 * @typedef {object} Saying
 * @property {string} name the button's title is title_<name>, the headline headline_<name>
 * @property {string} detail
 * @property {string | null} day what `detail` tells the date of; null: it names the setting
 * @property {string | null} action the button's label
 * @property {boolean} byHand whether the steps by hand are worth showing
 * @property {string | null} announces who chose that it is done on sight
 */

/** As for a page that was told nothing. @type {Briefing} */
const PLAIN = Object.freeze({ level: 'banner', memory: null, main: true, place: null });

/** Where the words are not those of the step, else of the state. @type {Record<string, string>} */
const WORDS = { settling: 'saving', reloading: 'proving', 'kept-on': 'kept_on' };

/** @type {Record<string, string>} */
const ACTIONS = {
  elsewhere: 'button_turn_off',
  looking_asked: 'button_cancel',
  on: 'button_turn_off',
  other_on: 'button_turn_off',
  off: 'button_check',
  unproven: 'button_check',
  kept_on: 'button_try_again',
  unrecognised: 'button_check',
  unavailable: 'button_check',
};

/** States whose action clicks the switch. */
const PUTS_OFF = ['on', 'kept-on'];

/** Where Offswitch cannot help any further. */
const BY_HAND = ['kept-on', 'locked', 'unrecognised', 'unavailable'];

/** @param {State} state @param {Briefing} briefing */
function wordsOf({ name, step, reason, askedAt }, { main }) {
  if (name === 'on' && !main) return 'other_on';
  if (askedAt !== null) return 'looking_asked';
  if (reason === 'cancelled') return reason;
  return WORDS[step ?? name] ?? step ?? name;
}

/** @type {Record<Memory['was'], string>} */
const WAS = { off: 'on_changed_back', 'on-by-member': 'on_theirs' };

/**
 * Why it is on, as far as this browser knows.
 * @param {Reason | null} reason
 * @param {Briefing} briefing
 */
function whyOn(reason, { level, memory }) {
  if (reason === 'waited') return 'on_waited';
  if (reason === 'by-member') return 'on_by_member';
  if (memory) return WAS[memory.was];
  return level === 'look' ? 'on_look' : 'on';
}

/** @param {string} name @param {Reason | null} reason @param {Briefing} briefing */
function why(name, reason, briefing) {
  if (name === 'off' && !briefing.main) return 'other_off';
  if (name === 'on' || name === 'other_on') return whyOn(reason, briefing);
  if (name === 'kept_on') return `${name}_${reason}`;
  return reason === 'gave-up' ? 'gave_up' : name;
}

/**
 * @param {State} state
 * @param {Briefing} briefing
 * @returns {Saying}
 */
function sayState(state, briefing = PLAIN) {
  const { name: stateName, reason, tried, onSight } = state;
  const name = wordsOf(state, briefing);
  const detail = `detail_${why(name, reason, briefing)}`;
  const dated = Object.values(WAS).some((was) => detail === `detail_${was}`);
  const action = ACTIONS[name] ?? null;
  const refrains = briefing.level === 'look' && PUTS_OFF.includes(stateName);
  return {
    name,
    detail,
    day: dated ? (briefing.memory?.day ?? null) : null,
    action: refrains ? null : action,
    byHand: BY_HAND.includes(stateName),
    announces: tried && onSight ? `on_sight_${onSight}` : null,
  };
}

/** @param {Saying} saying @param {Node} setting LinkedIn's name of it */
function sayDetail({ detail, day }, setting) {
  return localiseAround(detail, day ?? setting);
}
