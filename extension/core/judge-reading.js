/**
 * How far a reading can be trusted. A page can show the past: restored, cached, prerendered.
 * Each condition was measured to show a switch off that LinkedIn had on.
 */

/** How long a reading must hold, and a page be loaded, before it is believed (ms). */
const SETTLED = 1000;

/** @type {Readings} */
const NOTHING_READ = Object.freeze({ control: null, reads: null, since: 0, changed: false });

/**
 * What one document has read so far.
 * @typedef {object} Readings
 * @property {Element | null} control
 * @property {Reading | null} reads
 * @property {number} since when this control was first seen to read so (ms of performance.now())
 * @property {boolean} changed whether the reading ever changed in this document
 */

/**
 * Whether a document came from LinkedIn just now, as far as can be told yet.
 * @param {PerformanceNavigationTiming | undefined} load
 * @param {boolean} ours the background loaded it past every cache
 * @param {boolean} loaded the page has had its load event: sizes are known
 * @returns {boolean}
 */
function isFreshLoad(load, ours, loaded) {
  if (load?.type !== 'navigate' && !(load?.type === 'reload' && ours)) return false;
  // Chromium only, and not in TypeScript's library: when a prerendered page was shown, and
  // whether it came from a cache or a prefetch.
  const { activationStart = 0, deliveryType = '' } =
    /** @type {{activationStart?: number, deliveryType?: string}} */ (load);
  const stored = activationStart > 0 || deliveryType !== '' || load.workerStart > 0;
  return !stored && !(loaded && load.transferSize === 0);
}

/**
 * @param {Readings} readings
 * @param {Finding} finding
 * @param {number} now
 * @returns {Readings}
 */
function remember(readings, { control, reads }, now) {
  if (readings.reads === reads && readings.control === control) return readings;
  const changed = readings.changed || (readings.reads !== null && readings.reads !== reads);
  return { control, reads, since: now, changed };
}

/**
 * How long until the remembered reading is settled (ms); 0 once it is, Infinity before `load`.
 * @param {Readings} readings
 * @param {number} loadedAt Infinity before `load`
 * @param {number} now
 */
function timeToSettle(readings, loadedAt, now) {
  return Math.max(0, Math.max(readings.since, loadedAt) + SETTLED - now);
}
