/**
 * What this document shows of the setting: finds the switch, remembers what it read, and judges
 * how far that can be trusted. Changes nothing in the page.
 */

/** Questions that stop the page until they are answered. */
const QUESTIONS = ':modal, [aria-modal="true"], [role="alertdialog"]';

/** How long after the member's click on the switch its reading is theirs (ms). */
const OWN_CLICK = 10_000;

const NO_CLICK = { makes: '', at: -Infinity };

/** How this document was loaded. */
function pageLoad() {
  const [load] = performance.getEntriesByType('navigation');
  return /** @type {PerformanceNavigationTiming | undefined} */ (load);
}

/** @param {Catalogue} catalogue */
function createSight(catalogue) {
  /** @type {(Document | ShadowRoot)[]} */
  let trees = [document];
  /** @type {HTMLElement | null} */
  let known = null;
  /** It read on by LinkedIn's own key: that claims nothing that a second switch could make false. */
  let knownOn = false;
  /** @type {WeakSet<Element>} */
  let stale = new WeakSet();
  let readings = NOTHING_READ;
  /** Those that a walk found again when they had settled. @type {Readings | null} */
  let certain = null;
  // A script that starts later, as in a tab already open, cannot know what happened before.
  let firstHand = document.readyState === 'loading';
  let ours = false;
  /** What the member's last click on the switch makes of it, and when that was. */
  let click = NO_CLICK;
  let loadedAt = document.readyState === 'complete' ? performance.now() : Infinity;
  // From then on the page may come out of the back-forward cache.
  addEventListener('pagehide', () => {
    firstHand = false;
  });
  addEventListener('load', ({ isTrusted }) => {
    if (isTrusted) loadedAt = performance.now();
  });

  /** @param {Setting} setting @param {Depth} depth @returns {Finding | null} */
  function find(setting, depth) {
    const search = () => findSwitch({ page: document, trees, setting, catalogue, stale });
    const enough = depth === 'glance' || (depth === 'search' && knownOn);
    if (known && enough && isAlive(known)) return describe(known, setting);
    // What was in a tree that is gone must not be found there again.
    trees = trees.filter(isAlive);
    const found = depth === 'walk' ? null : search();
    if (found?.keyed || (depth === 'glance' && !known)) return found;
    trees = treesOf(document);
    return search();
  }

  return {
    /**
     * @param {Setting} setting
     * @param {Depth} depth
     * @returns the switch, what it shows, and in how many ms to look again for it to settle
     */
    look(setting, depth) {
      const finding = find(setting, depth);
      known = finding?.control ?? null;
      if (!finding) return { control: null, seen: null, again: 0 };
      const now = performance.now();
      readings = remember(readings, finding, now);
      const { control, reads, usable, keyed, markupAgrees } = finding;
      knownOn = keyed && reads === 'on';
      const settleIn = timeToSettle(readings, loadedAt, now);
      if (depth === 'walk' && settleIn === 0) certain = readings;
      const loaded = loadedAt < Infinity;
      const settled = certain === readings;
      const fresh =
        firstHand && !readings.changed && markupAgrees && isFreshLoad(pageLoad(), ours, loaded);
      // Without a key a second switch may still come: then neither is certain.
      const ready = loaded && (keyed || settled);
      const byMember = reads === click.makes && now - click.at < OWN_CLICK;
      /** @type {Sighting} */
      const seen = { type: 'sighting', reads, usable, fresh, settled, ready, byMember };
      // On by LinkedIn's own key is told on sight; all else waits for a walk that may confirm it.
      const waits = loaded && !settled && !knownOn;
      return { control, seen, again: waits ? Math.max(settleIn, 1) : 0 };
    },
    /** What LinkedIn asks the member at this moment. It is seen, never answered. */
    questions() {
      const open = trees.filter(isAlive).flatMap((tree) => [...tree.querySelectorAll(QUESTIONS)]);
      return open.filter((question) => question.checkVisibility());
    },
    /** The member clicked the switch; how it now reads has not been looked at yet. */
    noticeClick() {
      click = { makes: readings.reads === 'off' ? 'on' : 'off', at: performance.now() };
    },
    /** The background loaded this document past every cache. */
    trustLoad() {
      ours = true;
    },
    /** The address changed: what stands there now belongs to the page before. */
    forget() {
      trees = treesOf(document);
      stale = new WeakSet(trees.flatMap((tree) => [...tree.querySelectorAll(CONTROLS)]));
      known = null;
      readings = NOTHING_READ;
      firstHand = false;
      click = NO_CLICK;
    },
  };
}
