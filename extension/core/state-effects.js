/** What a state asks of the page's script: timers while it lasts, and a deed on entering. */

/** Patience with a page that shows no switch. @type {Deadline} */
const PATIENCE = { event: 'patience-ended', after: 15_000 };

/**
 * The timers that run while this state lasts. LinkedIn can take seconds to save: with no answer
 * heard, wait longer than any save was seen to take; after one, for the page to draw it.
 * @param {State} state
 * @returns {Deadline[]}
 */
function deadlinesOf({ name, step }) {
  if (name === 'looking' || step === 'proving') return [PATIENCE];
  if (step === 'saving') return [{ event: 'quiet-ended', after: 10_000 }];
  if (step === 'settling') return [{ event: 'quiet-ended', after: 1000 }];
  return step === 'reloading' ? [{ event: 'proof-overdue', after: 30_000 }] : [];
}

/**
 * @param {State} before
 * @param {State} after
 * @returns {Deed | null}
 */
function deedOf(before, after) {
  if (after.step === 'saving' && before.name !== 'turning-off') return 'click-switch';
  return after.step === 'reloading' && before.step !== 'reloading' ? 'load-proof' : null;
}
