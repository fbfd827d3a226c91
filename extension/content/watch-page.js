/**
 * Tells when the page may have changed. Event-driven; where browsers fire no event (a property
 * set by script, a late shadow root) a bounded number of looks follows. Owns every observer,
 * page listener and timer for that, and knows nothing of what is looked for.
 */

/** When to look again (ms): while nothing is found, and after a sighting. */
const WHILE_LOOKING = [250, 500, 1000, 2000, 4000, 8000, 15_000];
const AFTER_SIGHTING = [1000, 3000, 9000];
/** How much longer than a glance lasted the page is left alone, while nothing is found. */
const RESTS = 9;
/** How long one of these may wait for an idle moment (ms). */
const BUSY = 500;

/**
 * The parent, out of shadow roots too. Asked of the prototype, because a form's field called
 * parentNode hides the form's own, and the way up would lead down again.
 * @param {Node} node
 * @returns {Node | null}
 */
const parentOf = (node) =>
  Reflect.get(Node.prototype, 'parentNode', node) ?? /** @type {ShadowRoot} */ (node).host ?? null;

/**
 * @param {object} to
 * @param {(depth: Depth) => void} to.look something may have changed
 * @param {() => void} to.moved the address may have changed without a load
 * @param {() => void} to.revived the page is shown again without a load
 * @param {(event: Event) => void} to.touched somebody clicked or pressed a key
 */
function watchPage({ look, moved, revived, touched }) {
  let framePending = false;
  /** Observes what is watched at present. */
  let observe = () => {};
  /** Whether a glance is a search through a page that may be very large. */
  let searches = false;
  /** When the next one may come (ms of performance.now()). */
  let notBefore = 0;
  /** It is being left: what is read on the way out is news of nothing. */
  let gone = false;
  /** @type {number[]} */
  let timers = [];
  let onceMore = 0;

  /**
   * Once a frame, however much changes: nothing is read in a mutation's callback. What changes before
   * that frame is seen then, and the record of a change costs about as much as the change.
   */
  function lookSoon() {
    if (framePending) return;
    framePending = true;
    mutations.disconnect();
    const wait = notBefore - performance.now();
    if (wait > 0) setTimeout(lookInFrame, wait);
    else lookInFrame();
  }

  /** A page in the background has no frames. */
  function lookInFrame() {
    if (document.hidden) setTimeout(lookPending);
    else requestAnimationFrame(lookPending);
  }

  function lookPending() {
    if (!framePending) return;
    framePending = false;
    observe();
    const began = performance.now();
    if (!gone) look('glance');
    notBefore = searches ? performance.now() + RESTS * (performance.now() - began) : 0;
  }

  /** @param {() => void} anew observes something else than before @param {boolean} all */
  function watch(anew, all) {
    observe = anew;
    searches = all;
    mutations.disconnect();
    observe();
  }

  /**
   * No search is worth a page's work: it waits until the page is idle, if that comes soon. To wait
   * costs as much as a glance (measured).
   */
  function lookLate() {
    if (searches) requestIdleCallback(searchNow, { timeout: BUSY });
    else searchNow();
  }

  const mutations = new MutationObserver(lookSoon);
  const sizes = new ResizeObserver(lookSoon);
  /** @param {Depth} depth */
  const lookNow = (depth) => gone || look(depth);
  const searchNow = () => lookNow('search');
  for (const type of ['change', 'focusin', 'scroll', 'resize']) {
    addEventListener(type, lookSoon, { capture: true, passive: true });
  }
  for (const type of ['load', 'focus']) addEventListener(type, searchNow);
  addEventListener('visibilitychange', () => {
    searchNow();
    // A page that goes into the background does not get the frame that it waits for.
    lookPending();
  });
  for (const type of ['click', 'keyup']) addEventListener(type, touched, true);
  addEventListener('pagehide', ({ isTrusted }) => {
    gone ||= isTrusted;
  });
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (!isTrusted || !persisted) return;
    gone = false;
    revived();
  });
  navigation.addEventListener('currententrychange', moved);

  return {
    /**
     * Watch the whole document: what is looked for may appear anywhere.
     * @param {number[]} [delays] for what may appear without a trace
     */
    everywhere(delays = WHILE_LOOKING) {
      watch(() => mutations.observe(document, { childList: true, subtree: true }), true);
      this.lookAfter(delays);
    },
    /** Watch only what can change this element, move it, or take it away. @param {Element} element */
    only(element) {
      /** @type {Node[]} as they are now: where it is taken away, it may come again */
      const around = [];
      for (let node = parentOf(element); node; node = parentOf(node)) around.push(node);
      watch(() => {
        if (isAlive(element)) mutations.observe(element, { attributes: true });
        for (const node of around.filter(isAlive)) mutations.observe(node, { childList: true });
      }, false);
      // In a frame they do not reach our window.
      element.addEventListener('change', lookSoon);
      element.ownerDocument.addEventListener('click', touched, true);
      sizes.observe(document.documentElement);
      this.lookAfter(AFTER_SIGHTING);
    },
    /** @param {number[]} delays in ms; they replace the looks that are due */
    lookAfter(delays) {
      timers.forEach(clearTimeout);
      timers = delays.map((delay) => setTimeout(lookLate, delay));
    },
    /** @param {number} delay in ms */
    lookOnceMore(delay) {
      onceMore ||= setTimeout(() => {
        onceMore = 0;
        lookNow('walk');
      }, delay);
    },
  };
}
