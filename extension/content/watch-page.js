/**
 * Tells when the page may have changed. Event-driven; where browsers fire no event (a property
 * set by script, a late shadow root) a bounded number of looks follows. Owns every observer,
 * page listener and timer for that, and knows nothing of what is looked for.
 */

/** When to look again (ms): while nothing is found, and after a sighting. */
const WHILE_LOOKING = [250, 500, 1000, 2000, 4000, 8000, 15_000];
const AFTER_SIGHTING = [1000, 2000, 4000, 8000];

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
 * @param {(thorough: boolean) => void} to.look something may have changed; thorough: search anew
 * @param {() => void} to.moved the address may have changed without a load
 * @param {() => void} to.revived the page is shown again without a load
 * @param {(event: Event) => void} to.touched somebody clicked or pressed a key
 */
function watchPage({ look, moved, revived, touched }) {
  let framePending = false;
  /** It is being left: what is read on the way out is news of nothing. */
  let gone = false;
  /** @type {number[]} */
  let timers = [];
  let onceMore = 0;

  /** Once a frame, however much changes: nothing is read in a mutation's callback. */
  function lookSoon() {
    if (framePending) return;
    framePending = true;
    requestAnimationFrame(() => {
      framePending = false;
      if (!gone) look(false);
    });
  }

  const mutations = new MutationObserver(lookSoon);
  const sizes = new ResizeObserver(lookSoon);
  const lookNow = () => gone || look(true);
  for (const type of ['change', 'focusin', 'scroll', 'resize']) {
    addEventListener(type, lookSoon, { capture: true, passive: true });
  }
  for (const type of ['load', 'focus', 'visibilitychange']) addEventListener(type, lookNow);
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
    /** Watch the whole document: what is looked for may appear anywhere. */
    everywhere() {
      mutations.disconnect();
      mutations.observe(document, { childList: true, subtree: true });
      this.lookAfter(WHILE_LOOKING);
    },
    /** Watch only what can change this element, move it, or take it away. @param {Element} element */
    only(element) {
      mutations.disconnect();
      mutations.observe(element, { attributes: true });
      // In a frame they do not reach our window.
      element.addEventListener('change', lookSoon);
      element.ownerDocument.addEventListener('click', touched, true);
      for (let node = parentOf(element); node; node = parentOf(node)) {
        mutations.observe(node, { childList: true });
      }
      sizes.observe(document.documentElement);
      this.lookAfter(AFTER_SIGHTING);
    },
    /** @param {number[]} delays in ms; they replace the looks that are due */
    lookAfter(delays) {
      timers.forEach(clearTimeout);
      timers = delays.map((delay) => setTimeout(lookNow, delay));
    },
    /** @param {number} delay in ms */
    lookOnceMore(delay) {
      onceMore ||= setTimeout(() => {
        onceMore = 0;
        lookNow();
      }, delay);
    },
  };
}
