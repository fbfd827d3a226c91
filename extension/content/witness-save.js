/** How far the clocks of one page may differ by rounding (ms). */
const ROUNDING = 2;

/**
 * Hears the page's own save being answered, from the browser's resource timing: no request is
 * read or changed. A GET cannot be told from a PUT there, so an answer times the proof load and
 * words a reason; it never decides a state.
 * @param {string} prefix path that the page's saves start with
 * @param {readonly string[]} keys the setting's keys, one of which is a part of that path
 * @param {(status: number) => void} heard HTTP status; 0 = the connection was cut
 * @returns {() => void} stops listening
 */
function witnessSave(prefix, keys, heard) {
  // Browsers round both clocks, each for itself.
  const since = performance.now() - ROUNDING;
  const observer = new PerformanceObserver((list) => {
    for (const entry of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
      const { pathname } = new URL(entry.name);
      const ofSetting =
        pathname.startsWith(prefix) && pathname.split('/').some((part) => keys.includes(part));
      if (ofSetting && entry.startTime >= since) heard(entry.responseStatus);
    }
  });
  observer.observe({ type: 'resource' });
  return () => observer.disconnect();
}

/** What follows our click on the switch: the save, and what LinkedIn may ask first. */
class Aftermath {
  /** @type {Element[]} */
  #questionsBefore = [];
  #stop = () => {};

  /** @param {() => Element[]} questions what LinkedIn asks the member at this moment */
  constructor(questions) {
    this.questions = questions;
  }

  /** @param {readonly string[]} keys @param {(status: number) => void} heard */
  begin(keys, heard) {
    this.end();
    this.#questionsBefore = this.questions();
    this.#stop = witnessSave(CATALOGUE.saves, keys, heard);
  }

  end() {
    this.#stop();
  }

  /** Whether LinkedIn asks something that it did not ask before our click. */
  get isAsked() {
    return this.questions().some((question) => !this.#questionsBefore.includes(question));
  }
}
