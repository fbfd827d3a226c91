/**
 * Runs in LinkedIn's settings pages. The one writer of state there: everything that happens
 * becomes an event, the table says what follows, and only then is anything told, drawn or done.
 */

/** How long a switch may be missing before it counts as gone: pages redraw themselves (ms). */
const REDRAW = 250;

const sight = createSight(CATALOGUE);
const watch = watchPage({ look, moved, revived, touched });
const visit = new Visit();
const aftermath = new Aftermath(sight.questions);
const armDeadline = createDeadline(expire);
const showAtEase = atEase(show);
/** @type {Hands} */
const hands = {
  act: () => press(),
  dismiss: () => dispatch({ type: 'not-now' }),
  pausePass: () => tell({ type: 'pause-pass' }),
  copyReport: () => copyReport(report()),
};

let state = ELSEWHERE;
/** As last told and drawn. */
let told = state;
/** The switch; on other settings pages the link that leads to it. @type {HTMLElement | null} */
let control = null;
/** The focus was in the banner before the proof load. */
let focusIsDue = false;
/** Whether a click would be heard, as last seen. */
let ready = false;

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
  if (moved || flipped || event.type === 'saved') armDeadline(state, moved);
  if (state.name !== 'turning-off') aftermath.end();
  if (!changed) return;
  // The page of a proof load is yet to be looked at, too.
  if (event.type === 'page' || (moved && after.name === 'looking')) watch.everywhere();
  else if (moved) watch.lookAfter(AFTER_SIGHTING);
  // A page whose switch flips on and on must not make ours flicker, nor fill the history.
  if (event.type === 'sighting') showAtEase();
  else if (event.type !== 'page') show();
  const deed = deedOf(before, after);
  if (deed) DEEDS[deed]();
}

/** Tells and draws the state, unless that is done. */
function show() {
  if (told === state || isOrphaned()) return;
  told = state;
  tell({ type: 'state', state, key: visit.key });
  draw();
  if (focusIsDue) refocusBanner();
  focusIsDue &&= state.name === 'turning-off';
}

function draw() {
  drawState(state, visit, control, hands);
}

/** @param {Deadline['event']} type */
function expire(type) {
  look('walk');
  if (type !== 'patience-ended') return dispatch({ type });
  dispatch({ type, complete: isCompleteWithoutSwitch(document, CATALOGUE) });
}

/** @type {Record<Deed, () => void>} */
const DEEDS = {
  'click-switch'() {
    const { setting, briefing } = visit;
    const { control: certain, seen } = sight.look(/** @type {Setting} */ (setting), 'walk');
    const certainlyOn = certain === control && seen?.reads === 'on' && seen.usable;
    if (!certainlyOn || briefing.level === 'look') return dispatch({ type: 'declined' });
    aftermath.begin(setting?.keys ?? [], (status) => {
      look('glance');
      if (isLimit(status)) tell({ type: 'limited' });
      dispatch({ type: 'saved', status });
    });
    control?.click();
  },
  'load-proof'() {
    const { tried, onSight } = state;
    const setting = visit.setting?.id ?? '';
    tell({ type: 'load-proof', setting, tried, onSight, focused: bannerHasFocus() });
  },
};

/** @param {Depth} depth */
function look(depth) {
  if (visit.path === '' || isOrphaned()) return;
  followTheme(schemeOf(CATALOGUE, document.documentElement));
  if (control && !isAlive(control)) control = null;
  if (visit.setting) lookForSwitch(visit.setting, depth);
  else lookForLink(depth);
}

/** What is missing at one glance may be back at the next. @param {HTMLElement | null} found @param {Depth} depth */
function takeUp(found, depth) {
  if (found && found !== control) watch.only(found);
  if (found || depth !== 'glance') control = found;
  else if (control) watch.lookOnceMore(REDRAW);
}

/** @param {Setting} wanted @param {Depth} depth */
function lookForSwitch(wanted, depth) {
  // What LinkedIn asks may stand anywhere.
  const anywhere = state.name === 'turning-off' && depth === 'search';
  const { control: found, seen, again } = sight.look(wanted, anywhere ? 'walk' : depth);
  takeUp(found, depth);
  if (state.name === 'turning-off') dispatch({ type: 'dialog', open: aftermath.isAsked });
  ready = seen?.ready ?? false;
  if (seen) dispatch(seen);
  else if (depth !== 'glance') dispatch({ type: 'no-sighting' });
  follow(control, tagOfSwitch(told, visit.briefing), depth);
  if (again) watch.lookOnceMore(again);
}

/** On LinkedIn's other settings pages: the way to the setting, and no claim. @param {Depth} depth */
function lookForLink(depth) {
  takeUp(linkToSetting(document, CATALOGUE), depth);
  // For the first message of all the page waits until the browser has read every one (measured).
  const tag = control && visit.briefing.level !== 'quiet' ? localise('ring_link') : '';
  follow(control, tag, depth);
}

/** What this page is made of, as text. */
const report = () => reportPage(state, visit.setting, sight.questions().length);

/** The address may have changed without a load. */
function moved() {
  if (!visit.isLeft) return;
  control = null;
  sight.forget();
  dispatch({ type: 'left' });
  arrived = arrive('app');
}

/** The page came out of the back-forward cache: no script starts then, and the badge is gone. */
function revived() {
  dispatch({ type: 'left' });
  arrived = arrive('revival');
}

/** @param {Event} event a click or a key */
function touched(event) {
  if (control && isClickOn(event, control)) sight.noticeClick();
  // A question can go away without a trace; the member's answer to it cannot.
  if (state.step === 'confirming') watch.lookAfter(AFTER_SIGHTING);
}

/** Where nobody answers, nothing is claimed or done. @param {Arrival} arrival */
async function arrive(arrival) {
  const news = await visit.arrive(arrival);
  if (!news) return;
  if (news.moved) sight.forget();
  settleIn(news.due);
}

/** @param {Due | null} due what the background kept for this tab */
function settleIn(due) {
  if (due?.pastCaches) sight.trustLoad();
  focusIsDue = due?.focused ?? false;
  if (visit.setting) dispatch({ type: 'page', at: performance.now(), due });
  // A link leaves a trace when it appears.
  else watch.everywhere([]);
  look('search');
  // Where the first look tells more than that we look, only that is told.
  show();
}

async function begin() {
  await untilShown();
  removeOldOverlays();
  await arrive(pageLoad()?.type === 'reload' ? 'reload' : 'load');
}

/** Done when there is something to tell. */
let arrived = begin();

answerQuestions(() => arrived, {
  click: ({ setting }) => press(setting),
  report: () => answer(true),
  brief: heed,
  withdraw,
  describe: () => ({ report: report() }),
});
