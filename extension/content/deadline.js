/**
 * Runs the timer of the present state, and no other.
 * @param {(event: Deadline['event']) => void} expire
 * @returns {(state: State) => void} starts it anew
 */
function createDeadline(expire) {
  let timer = 0;
  return (state) => {
    clearTimeout(timer);
    const deadline = deadlineOf(state);
    if (deadline) timer = setTimeout(() => expire(deadline.event), deadline.after);
  };
}
