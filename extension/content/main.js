/**
 * Runs in LinkedIn's settings pages. The one writer of state there: everything that happens
 * becomes an event, the table says what follows, and only then is anything told, drawn or done.
 */

/** How long a switch may be missing before it counts as gone: pages redraw themselves (ms). */
const REDRAW = 250;

const sight = createSight({ catalogue: CATALOGUE, early: document.readyState === 'loading' });
const watch = watchPage({ look, moved });
const hands = { act: press, dismiss: () => dispatch({ type: 'not-now' }) };

let state = ELSEWHERE;
/** @type {Setting | null} */
let setting = null;
/** @type {HTMLElement | null} */
let control = null;
/** Where we are; empty until the background has answered our hello. */
let path = '';
const loadedPath = location.pathname;
let lastClickAt = -Infinity;
/** @type {number[]} */
let timers = [];
/** @type {Element[]} */
let dialogsBefore = [];
let stopWitness = () => {};

/** @param {PageMessage} message @returns {Promise<any>} null where nobody answers any more */
async function tell(message) {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return null;
  }
}

/** @param {State} a @param {State} b */
function isSame(a, b) {
  return /** @type {(keyof State)[]} */ (Object.keys(a)).every((key) => a[key] === b[key]);
}

/** @param {StateEvent} event */
function dispatch(event) {
  const before = state;
  const after = nextState(before, event);
  if (isSame(before, after)) return;
  state = after;
  if (before.name !== after.name || before.step !== after.step || before.answers !== after.answers)
    arm();
  if (before.name !== after.name && after.name === 'looking') lookEverywhere();
  tell({ type: 'state', state });
  drawState(state, setting, control, hands);
  const deed = deedOf(before, after);
  if (deed) DEEDS[deed]();
}

/** Runs the timers of the present state, and no others. */
function arm() {
  timers.forEach(clearTimeout);
  timers = deadlinesOf(state).map(({ event, after }) => setTimeout(() => expire(event), after));
  if (!isSaving(state)) stopWitness();
}

/** @param {Deadline['event']} type */
function expire(type) {
  look(true);
  if (type === 'patience-ended') {
    dispatch({ type, complete: isCompleteWithoutSwitch(document, CATALOGUE) });
  } else dispatch({ type });
}

/** @type {Record<Deed, () => void>} */
const DEEDS = {
  'click-switch'() {
    if (!setting || !control) return;
    stopWitness = witnessSave(CATALOGUE.saves, setting.key, (status) => {
      look(false);
      dispatch({ type: 'saved', status });
    });
    dialogsBefore = openDialogs();
    watch.lookAfter(AFTER_SIGHTING);
    control.click();
  },
  'load-proof'() {
    tell({ type: 'load-proof', tried: state.tried, focused: bannerHasFocus() });
  },
};

function lookEverywhere() {
  watch.everywhere();
  watch.lookAfter(WHILE_LOOKING);
}

/** @param {boolean} thorough */
function look(thorough) {
  if (path === '') return;
  if (!setting) return ringLink();
  const { control: found, seen, settleIn } = sight.look(setting, thorough);
  if (found && found !== control) {
    watch.only(found);
    watch.lookAfter(AFTER_SIGHTING);
  }
  if (!seen) return lose(thorough);
  control = found;
  if (isSaving(state)) noticeDialog();
  dispatch(seen);
  followSwitch(state, control);
  if (seen.reads === 'off' && seen.fresh && settleIn > 0 && settleIn < Infinity)
    watch.lookOnceMore(settleIn);
}

/** @param {boolean} thorough */
function lose(thorough) {
  if (!thorough && control) return watch.lookOnceMore(REDRAW);
  if (!thorough) return;
  control = null;
  dispatch({ type: 'no-sighting' });
}

function noticeDialog() {
  const open = openDialogs().some((dialog) => !dialogsBefore.includes(dialog));
  dispatch({ type: 'dialog', open });
}

/** On LinkedIn's other settings pages: the way to the setting, and no claim. */
function ringLink() {
  const links = CATALOGUE.settings.flatMap(({ paths }) =>
    paths.map((p) => `a[href*="${CSS.escape(p)}"]`),
  );
  const link = [...document.querySelectorAll(links.join())].find((a) =>
    matchPage(CATALOGUE, /** @type {HTMLAnchorElement} */ (a).href),
  );
  if (link) drawRing(link);
  else eraseRing();
}

/** A person's click on the toolbar or in the banner. It acts on what the page shows now. */
function press() {
  look(true);
  dispatch({ type: 'click', at: performance.now() });
}

/** @returns {PageReport} what the click did, and whether the page itself shows it */
function answerClick() {
  const before = state;
  const now = performance.now();
  press();
  const shown = bannerSpeaks(state) && (state !== before || now - lastClickAt < ONE_CLICK);
  lastClickAt = now;
  return { state, shown };
}

/** The address changed without a load. */
function moved() {
  if (path === '' || location.pathname === path) return;
  path = location.pathname;
  control = null;
  sight.forget();
  dispatch({ type: 'left' });
  arrive(null);
}

/** @param {Due | null} due what the background kept for this tab */
function arrive(due) {
  path = location.pathname;
  setting = matchPage(CATALOGUE, location.href);
  if (path !== loadedPath) sight.distrust();
  if (due) sight.trustLoad();
  if (setting) dispatch({ type: 'page', at: performance.now(), due });
  else lookEverywhere();
  look(true);
  if (due?.focused) focusBanner();
}

/** A page out of the back-forward cache: no script starts, and the browser dropped the badge. */
function comeBack() {
  sight.distrust();
  if (setting) tell({ type: 'state', state });
  look(true);
}

async function begin() {
  if (document.prerendering) {
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown));
  }
  const [load] = performance.getEntriesByType('navigation');
  const reloaded = /** @type {PerformanceNavigationTiming} */ (load)?.type === 'reload';
  const onSetting = matchPage(CATALOGUE, location.href) !== null;
  arrive(await tell({ type: 'hello', reloaded, onSetting }));
}

const begun = begin();

browser.runtime.onMessage.addListener(
  (/** @type {TabMessage} */ { type }, _sender, /** @type {(r: PageReport) => void} */ answer) => {
    if (type !== 'click' && type !== 'report') return undefined;
    begun.then(() => answer(type === 'click' ? answerClick() : { state, shown: true }));
    return true;
  },
);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) comeBack();
});
