/**
 * Tells when the page may have changed. Event-driven; where browsers fire no event (a property
 * set by script, a late shadow root) a bounded number of looks follows. Owns every observer,
 * page listener and timer for that, and knows nothing of what is looked for.
 */

/** When to look again (ms): while nothing is found, and after a sighting. */
const WHILE_LOOKING = [250, 500, 1000, 2000, 4000, 8000, 15_000];
const AFTER_SIGHTING = [1000, 2000, 4000, 8000];

const WATCHED_ATTRIBUTES = [
  'checked',
  'aria-checked',
  'aria-pressed',
  'aria-disabled',
  'aria-labelledby',
  'disabled',
  'id',
  'inert',
  'name',
  'role',
  'type',
];

/** @param {Node} node @returns {Node | null} the parent, out of shadow roots too */
const parentOf = (node) => node.parentNode ?? /** @type {ShadowRoot} */ (node).host ?? null;

/**
 * @param {object} to
 * @param {(thorough: boolean) => void} to.look something may have changed; thorough: search anew
 * @param {() => void} to.moved the address may have changed without a load
 */
function watchPage({ look, moved }) {
  let framePending = false;
  /** @type {number[]} */
  let timers = [];

  /** Once a frame, however much changes: nothing is read in a mutation's callback. */
  function lookSoon() {
    if (framePending) return;
    framePending = true;
    requestAnimationFrame(() => {
      framePending = false;
      look(false);
    });
  }

  const observer = new MutationObserver(lookSoon);
  const lookNow = () => look(true);
  for (const type of ['change', 'input', 'focusin']) {
    addEventListener(type, lookSoon, { capture: true, passive: true });
  }
  for (const type of ['resize', 'scrollend']) addEventListener(type, lookSoon, { passive: true });
  for (const type of ['load', 'focus', 'pageshow']) addEventListener(type, lookNow);
  document.addEventListener('visibilitychange', lookNow);
  navigation.addEventListener('currententrychange', moved);

  return {
    /** Watch the whole document: what is looked for may appear anywhere. */
    everywhere() {
      observer.disconnect();
      observer.observe(document, { childList: true, subtree: true });
    },
    /** Watch only what can change this element or take it away. @param {Element} element */
    only(element) {
      observer.disconnect();
      observer.observe(element, { attributeFilter: WATCHED_ATTRIBUTES });
      for (let node = parentOf(element); node; node = parentOf(node)) {
        observer.observe(node, { childList: true });
      }
    },
    /** @param {number[]} delays in ms; they replace the looks that are due */
    lookAfter(delays) {
      timers.forEach(clearTimeout);
      timers = delays.map((delay) => setTimeout(lookNow, delay));
    },
    /** One more look. @param {number} delay in ms */
    lookOnceMore(delay) {
      timers.push(setTimeout(lookNow, delay));
    },
    nothing() {
      observer.disconnect();
      timers.forEach(clearTimeout);
    },
  };
}
