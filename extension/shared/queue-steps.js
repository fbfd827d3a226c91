/**
 * A queue in which each step waits for the one before, whether that one failed or not.
 * @returns {<Result>(step: () => Promise<Result>) => Promise<Result>}
 */
function queueSteps() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (step) => {
    const result = last.then(step, step);
    last = result;
    return result;
  };
}
