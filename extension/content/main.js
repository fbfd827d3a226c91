/**
 * Runs in LinkedIn's settings pages. The one writer of state there: everything that happens
 * becomes an event, the table says what follows, and only then is anything told, drawn or done.
 */

/** How long a switch may be missing before it counts as gone: pages redraw themselves (ms). */
const REDRAW = 250;

const sight = createSight(CATALOGUE);
const watch = watchPage({ look, moved });
/** @type {Hands} */
const hands = {
  act: press,
  dismiss: () => dispatch({ type: 'not-now' }),
  copyReport: () => copyReport(report()),
};

let state = ELSEWHERE;
let briefing = PLAIN;
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
  tell({ type: 'state', state, key: setting?.keys[0] ?? null });
  draw();
  if (focusIsDue) refocusBanner();
  focusIsDue &&= state.name === 'turning-off';
  const deed = deedOf(before, after);
  if (deed) DEEDS[deed]();
}

function draw() {
  const name = nameOf(setting, document.documentElement.lang);
  drawState(state, briefing, { ...CATALOGUE.menu, setting: name }, control, hands);
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
    if (briefing.level === 'look') return;
    stopWitness();
    stopWitness = witnessSave(CATALOGUE.saves, setting?.keys ?? [], (status) => {
      look(false);
      dispatch({ type: 'saved', status });
    });
    questionsBefore = sight.questions();
    control?.click();
  },
  'load-proof'() {
    const { tried, onSight } = state;
    tell({ type: 'load-proof', tried, onSight, focused: bannerHasFocus() });
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
  if (found && found !== control) {
    watch.only(found);
    found.ownerDocument.addEventListener('click', noticeClick, true);
  }
  if (found || thorough) control = found;
  else if (control) watch.lookOnceMore(REDRAW);
}

/** @param {MouseEvent} click */
function noticeClick(click) {
  if (isClickOn(click, control)) sight.noticeClick();
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
  followSwitch(state, briefing.level, control);
  if (again) watch.lookOnceMore(again);
}

/** On LinkedIn's other settings pages: the way to the setting, and no claim. @param {boolean} thorough */
function lookForLink(thorough) {
  attendTo(linkToSetting(document, CATALOGUE), thorough);
  if (control && briefing.level !== 'quiet') drawRing(control);
  else eraseRing();
}

/**
 * A person's click on the toolbar or in the banner. It acts on what the page shows now.
 * @returns {PageReport} the state, and whether the page itself shows what the click did
 */
function press() {
  look(true);
  const { level } = briefing;
  // Only looking is asked for: the one thing left to do is to look anew.
  if (level === 'look' && state.name !== 'unproven') return { state, shown: false };
  const before = state;
  const at = performance.now();
  dispatch({ type: 'click', at, ready });
  const shown = bannerSpeaks(state, level) && (state !== before || at - lastClickAt < ONE_CLICK);
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
  arrived = arrive(false);
}

/** @param {boolean} loaded as greet takes it */
async function arrive(loaded) {
  path = '';
  const before = location.pathname;
  const greeting = await greet(loaded);
  if (location.pathname !== before) sight.forget();
  settleIn(greeting);
}

/**
 * The member chose something else, or there is more to remember.
 * @param {{briefing: Briefing}} told
 * @returns {PageReport}
 */
function heed({ briefing: told }) {
  const { level } = briefing;
  const said = JSON.stringify(sayState(state, briefing));
  briefing = told;
  // The click that waits would be ours.
  if (told.level === 'look' && state.name === 'looking') dispatch({ type: 'not-now' });
  // Nothing is drawn anew under somebody's hand without need.
  if (level !== told.level || said !== JSON.stringify(sayState(state, told))) draw();
  look(false);
  return { state, shown: true };
}

/** @param {Greeting} greeting */
function settleIn({ due, briefing: told }) {
  briefing = told;
  path = location.pathname;
  setting = matchPage(CATALOGUE, location.href);
  if (due?.pastCaches) sight.trustLoad();
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
  await arrive(true);
}

/** Done when there is something to tell. */
let arrived = begin();

answerQuestions(() => arrived, {
  click: press,
  report: () => ({ state, shown: true }),
  brief: heed,
  describe: () => ({ report: report() }),
});
// From now on the page may come out of the back-forward cache: no script starts then, and the
// browser has dropped the badge.
addEventListener('pagehide', sight.distrust);
addEventListener('pageshow', ({ isTrusted, persisted }) => {
  if (!isTrusted || !persisted) return;
  dispatch({ type: 'left' });
  settleIn({ due: null, briefing });
});
// A question can go away without a trace; the member's answer to it cannot.
const lookIfAsked = () => state.step === 'confirming' && watch.lookAfter(AFTER_SIGHTING);
for (const type of ['click', 'keyup']) addEventListener(type, lookIfAsked, true);
