/**
 * What this document shows of the setting: finds the switch, remembers what it read, and judges
 * how far that can be trusted. Changes nothing in the page.
 */

/** How this document was loaded. */
function pageLoad() {
  const [load] = performance.getEntriesByType('navigation');
  return /** @type {PerformanceNavigationTiming | undefined} */ (load);
}

/**
 * @param {object} circumstances
 * @param {Catalogue} circumstances.catalogue
 * @param {boolean} circumstances.early our script started before the page was parsed
 */
function createSight({ catalogue, early }) {
  /** @type {(Document | ShadowRoot)[]} */
  let trees = [document];
  /** @type {HTMLElement | null} */
  let known = null;
  /** @type {WeakSet<Element>} */
  let stale = new WeakSet();
  let memory = NOTHING_READ;
  let firstHand = early;
  let ours = false;
  /** @type {number | null} */
  let loadedAt = document.readyState === 'complete' ? performance.now() : null;
  addEventListener('load', () => {
    loadedAt = performance.now();
  });

  /** @param {Setting} setting @param {boolean} thorough @returns {Finding | null} */
  function find(setting, thorough) {
    if (!thorough && known?.isConnected) return describe(known);
    if (thorough) trees = treesOf(document);
    return findSwitch({ page: document, trees, setting, catalogue, stale });
  }

  function isFresh() {
    const loaded = loadedAt !== null;
    return isFreshLoad(pageLoad(), { early: firstHand, ours, loaded }) && !memory.changed;
  }

  return {
    /**
     * @param {Setting} setting
     * @param {boolean} thorough search anew, shadow roots too
     * @returns the switch, what it shows, and in how many ms to look again for it to settle
     */
    look(setting, thorough) {
      const finding = find(setting, thorough);
      known = finding?.control ?? null;
      if (!finding) return { control: null, seen: null, again: 0 };
      const now = performance.now();
      memory = remember(memory, finding.reads, now);
      const settleIn = timeToSettle(memory, loadedAt, now);
      const { reads, usable, markupAgrees } = finding;
      const fresh = isFresh() && markupAgrees;
      /** @type {Sighting} */
      const seen = {
        type: 'sighting',
        reads,
        usable,
        fresh,
        settled: settleIn === 0,
        ready: loadedAt !== null,
      };
      const again = reads === 'off' && fresh && settleIn < Infinity ? settleIn : 0;
      return { control: finding.control, seen, again };
    },
    /** The background loaded this document past every cache. */
    trustLoad() {
      ours = true;
    },
    /** This document came out of a cache, or serves another address by now. */
    distrust() {
      firstHand = false;
    },
    /** The address changed: what stands there now belongs to the page before. */
    forget() {
      trees = treesOf(document);
      stale = new WeakSet(trees.flatMap((tree) => [...tree.querySelectorAll(CONTROLS)]));
      known = null;
      memory = NOTHING_READ;
      firstHand = false;
    },
  };
}
