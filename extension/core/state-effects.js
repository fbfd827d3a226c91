/** What a state asks of the page's script: a timer while it lasts, and a deed on entering. */

/** Patience with a page that shows no switch. @type {Deadline} */
const PATIENCE = { event: 'patience-ended', after: 15_000 };

/**
 * By step, else by name. LinkedIn can take seconds to save: with no answer heard, wait longer than
 * any save was seen to take; after one, for the page to draw it. A page may go on saving, or
 * asking for what it saved, for ever: a step is over all the same.
 * @type {Partial<Record<Step | StateName, Deadline>>}
 */
const DEADLINES = {
  looking: PATIENCE,
  saving: { event: 'quiet-ended', after: 10_000, atMost: 20_000 },
  settling: { event: 'quiet-ended', after: 1000, atMost: 10_000 },
  reloading: { event: 'proof-overdue', after: 30_000 },
  proving: PATIENCE,
};

/**
 * The timer that runs while this state lasts.
 * @param {State} state
 */
const deadlineOf = ({ name, step }) => DEADLINES[step ?? name];

/**
 * @param {State} before
 * @param {State} after
 * @returns {Deed | null}
 */
function deedOf(before, after) {
  if (after.step === 'saving' && before.name !== 'turning-off') return 'click-switch';
  return after.step === 'reloading' && before.step !== 'reloading' ? 'load-proof' : null;
}
