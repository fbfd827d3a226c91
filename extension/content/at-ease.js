/** What flashes more often than three times in a second can bring on a seizure (WCAG 2.3.1). */
const FLASHES = 3;
const IN = 1000;

/**
 * Does some work as often as it is asked for, but no more than three times in a second: what is
 * asked for more often is done once, when the second is over.
 * @param {() => void} work
 * @returns {() => void}
 */
function atEase(work) {
  /** @type {number[]} when it was done the last times (ms of performance.now()) */
  const done = Array(FLASHES).fill(-IN);
  let timer = 0;
  const doIt = () => {
    timer = 0;
    done.push(performance.now());
    done.shift();
    work();
  };
  return () => {
    const wait = (done[0] ?? 0) + IN - performance.now();
    if (wait <= 0) doIt();
    else timer ||= setTimeout(doIt, wait);
  };
}
