/**
 * Runs in LinkedIn's settings pages. The one writer of state there: everything that happens
 * becomes an event, the table says what follows, and only then is anything told, drawn or done.
 */

/** How long a switch may be missing before it counts as gone: pages redraw themselves (ms). */
const REDRAW = 250;

const loadedPath = location.pathname;
const sight = createSight(CATALOGUE);
const watch = watchPage({ look, moved });
/** @type {Hands} */
const hands = {
  act: press,
  dismiss: () => dispatch({ type: 'not-now' }),
  copyReport: () => copyReport(report()),
};

let state = ELSEWHERE;
/** @type {Setting | null} */
let setting = null;
/** The switch; on other settings pages the link that leads to it. @type {HTMLElement | null} */
let control = null;
/** Where we are; empty until the background has answered our hello. */
let path = '';
let lastClickAt = -Infinity;
/** The focus was in the banner before the proof load. */
let focusIsDue = false;
let deadlineTimer = 0;
/** Whether a click would be heard, as last seen. */
let ready = false;
/** @type {Element[]} */
let questionsBefore = [];
let stopWitness = () => {};

/** @param {StateEvent} event */
function dispatch(event) {
  if (isOrphaned()) return;
  const before = state;
  const after = nextState(before, event);
  const moved = before.name !== after.name || before.step !== after.step;
  const changed = JSON.stringify(before) !== JSON.stringify(after);
  if (changed) state = after;
  // A flip in mid-flight, by the page or by hand, may be one more save.
  const flipped = after.name === 'turning-off' && before.reads !== after.reads;
  if (moved || flipped || event.type === 'saved') arm();
  if (!changed) return;
  if (moved && after.name === 'looking') watch.everywhere();
  else if (moved) watch.lookAfter(AFTER_SIGHTING);
  tell({ type: 'state', state });
  const name = nameOf(setting, document.documentElement.lang);
  drawState(state, { ...CATALOGUE.menu, setting: name }, control, hands);
  if (focusIsDue) refocusBanner();
  focusIsDue &&= state.name === 'turning-off';
  const deed = deedOf(before, after);
  if (deed) DEEDS[deed]();
}

/** Runs the timer of the present state, and no other. */
function arm() {
  clearTimeout(deadlineTimer);
  const deadline = deadlineOf(state);
  if (deadline) deadlineTimer = setTimeout(() => expire(deadline.event), deadline.after);
  if (state.name !== 'turning-off') stopWitness();
}

/** @param {Deadline['event']} type */
function expire(type) {
  look(true);
  if (type !== 'patience-ended') return dispatch({ type });
  dispatch({ type, complete: isCompleteWithoutSwitch(document, CATALOGUE) });
}

/** @type {Record<Deed, () => void>} */
const DEEDS = {
  'click-switch'() {
    const { control: certain, seen } = sight.look(/** @type {Setting} */ (setting), true);
    if (certain !== control || seen?.reads !== 'on' || !seen.usable) return;
    stopWitness();
    stopWitness = witnessSave(CATALOGUE.saves, setting?.keys ?? [], (status) => {
      look(false);
      dispatch({ type: 'saved', status });
    });
    questionsBefore = sight.questions();
    control?.click();
  },
  'load-proof'() {
    tell({ type: 'load-proof', tried: state.tried, focused: bannerHasFocus() });
  },
};

/** @param {boolean} thorough search anew */
function look(thorough) {
  if (path === '' || isOrphaned()) return;
  if (control && !isAlive(control)) control = null;
  if (setting) lookForSwitch(setting, thorough);
  else lookForLink(thorough);
}

/** What is missing at one glance may be back at the next. @param {HTMLElement | null} found @param {boolean} thorough */
function attendTo(found, thorough) {
  if (found && found !== control) watch.only(found);
  if (found || thorough) control = found;
  else if (control) watch.lookOnceMore(REDRAW);
}

/** @param {Setting} wanted @param {boolean} thorough */
function lookForSwitch(wanted, thorough) {
  const { control: found, seen, again } = sight.look(wanted, thorough);
  attendTo(found, thorough);
  if (state.name === 'turning-off') {
    const open = sight.questions().some((question) => !questionsBefore.includes(question));
    dispatch({ type: 'dialog', open });
  }
  ready = seen?.ready ?? false;
  if (seen) dispatch(seen);
  else if (thorough) dispatch({ type: 'no-sighting' });
  followSwitch(state, control);
  if (again) watch.lookOnceMore(again);
}

/** On LinkedIn's other settings pages: the way to the setting, and no claim. @param {boolean} thorough */
function lookForLink(thorough) {
  attendTo(linkToSetting(document, CATALOGUE), thorough);
  if (control) drawRing(control);
  else eraseRing();
}

/**
 * A person's click on the toolbar or in the banner. It acts on what the page shows now.
 * @returns {PageReport} the state, and whether the page itself shows what the click did
 */
function press() {
  look(true);
  const before = state;
  const at = performance.now();
  dispatch({ type: 'click', at, ready });
  const shown = bannerSpeaks(state) && (state !== before || at - lastClickAt < ONE_CLICK);
  lastClickAt = at;
  return { state, shown };
}

/** What this page is made of, as text; empty where we are ended. */
function report() {
  return isOrphaned() ? '' : reportPage(state, setting, sight.questions().length);
}

/** The address may have changed without a load. */
function moved() {
  if (path === '' || path === location.pathname) return;
  control = null;
  sight.forget();
  dispatch({ type: 'left' });
  arrive(null);
}

/** @param {Due | null} due what the background kept for this tab */
function arrive(due) {
  path = location.pathname;
  setting = matchPage(CATALOGUE, location.href);
  if (due) sight.trustLoad();
  focusIsDue = due?.focused ?? false;
  if (setting) dispatch({ type: 'page', at: performance.now(), due });
  watch.everywhere();
  look(true);
}

async function begin() {
  // Again and again: the page itself may dispatch that event.
  while (document.prerendering) {
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown));
  }
  removeOldOverlays();
  const reloaded = pageLoad()?.type === 'reload';
  const onSetting = matchPage(CATALOGUE, location.href) !== null;
  const due = await tell({ type: 'hello', reloaded, onSetting });
  if (location.pathname !== loadedPath) sight.forget();
  arrive(due);
}

const begun = begin();

answerQuestions(begun, {
  click: press,
  report: () => ({ state, shown: true }),
  describe: () => ({ report: report() }),
});
// From now on the page may come out of the back-forward cache: no script starts then, and the
// browser has dropped the badge.
addEventListener('pagehide', sight.distrust);
addEventListener('pageshow', ({ isTrusted, persisted }) => {
  if (!isTrusted || !persisted) return;
  dispatch({ type: 'left' });
  arrive(null);
});
// A question can go away without a trace; the member's answer to it cannot.
const lookIfAsked = () => state.step === 'confirming' && watch.lookAfter(AFTER_SIGHTING);
for (const type of ['click', 'keyup']) addEventListener(type, lookIfAsked, true);
