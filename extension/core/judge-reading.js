/**
 * How far a reading can be trusted. A page can show the past: restored, cached, prerendered.
 * Each condition was measured to show a switch off that LinkedIn had on.
 */

/** How long a reading must hold, and a page be loaded, before it is believed (ms). */
const SETTLED = 1000;

/** @type {Memory} */
const NOTHING_READ = Object.freeze({ reads: null, since: 0, changed: false });

/**
 * What one document has read so far.
 * @typedef {object} Memory
 * @property {Reading | null} reads
 * @property {number} since when that reading was first seen (ms of performance.now())
 * @property {boolean} changed whether the reading ever changed in this document
 */

/**
 * Whether a document came from LinkedIn just now, as far as can be told yet.
 * @param {PerformanceNavigationTiming | undefined} load
 * @param {object} circumstances
 * @param {boolean} circumstances.early our script started before the page was parsed
 * @param {boolean} circumstances.ours the background loaded it past every cache
 * @param {boolean} circumstances.loaded the page has had its load event: sizes are known
 * @returns {boolean}
 */
function isFreshLoad(load, { early, ours, loaded }) {
  if (!load || !early) return false;
  if (load.type !== 'navigate' && !(load.type === 'reload' && ours)) return false;
  // Chromium only: when a prerendered page was shown. Not in TypeScript's library.
  const shownLater = /** @type {{activationStart?: number}} */ (load).activationStart ?? 0;
  const fromCache = loaded && load.transferSize === 0;
  return !fromCache && load.workerStart === 0 && shownLater === 0;
}

/**
 * @param {Memory} memory
 * @param {Reading} reads
 * @param {number} now
 * @returns {Memory}
 */
function remember(memory, reads, now) {
  if (memory.reads === reads) return memory;
  return { reads, since: now, changed: memory.changed || memory.reads !== null };
}

/**
 * How long until the remembered reading is settled (ms); 0 once it is, Infinity before `load`.
 * @param {Memory} memory
 * @param {number | null} loadedAt
 * @param {number} now
 */
function timeToSettle(memory, loadedAt, now) {
  if (loadedAt === null) return Infinity;
  return Math.max(0, Math.max(memory.since, loadedAt) + SETTLED - now);
}
