/**
 * Runs the timer of the present state, and no other.
 * @param {(event: Deadline['event']) => void} expire
 * @returns {(state: State, anew: boolean) => void} starts it anew, or puts it off
 */
function createDeadline(expire) {
  let timer = 0;
  /** Until when it can be put off (ms of performance.now()). */
  let latest = 0;
  return (state, anew) => {
    clearTimeout(timer);
    const deadline = deadlineOf(state);
    if (!deadline) return;
    const { event, after, atMost = after } = deadline;
    const now = performance.now();
    if (anew) latest = now + atMost;
    timer = setTimeout(() => expire(event), Math.min(after, latest - now));
  };
}
