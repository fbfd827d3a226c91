/** What of a state is drawn into the page, and the drawing of it. */

/** States that speak without being asked, and whose switch is ringed. */
const SPEAK_UNASKED = ['on', 'turning-off', 'kept-on', 'locked'];
/** States whose action is the banner's too; the others offer theirs in the panel only. */
const ACT_IN_BANNER = ['on', 'unproven', 'kept-on'];
/** States whose report is the banner's too. */
const STUCK = ['kept-on', 'locked'];

/** States that claim something of the switch: when it was read is told with that. */
const CLAIMS = ['on', 'off', 'unproven', 'kept-on', 'locked'];

/** States that are ringed where the member asked to be shown the switch. */
const RINGED_IF_ASKED = ['off', 'unproven'];

/** What the ring's tag says. @type {{[Name in StateName]?: string}} */
const TAGS = {
  on: 'ring_on',
  'turning-off': 'ring_turning_off',
  'kept-on': 'ring_still_on',
  locked: 'ring_on',
  unproven: 'ring_unproven',
  off: 'ring_off',
};

/** @param {State} state */
function sayTag({ name, tried }) {
  // Where only a check was asked for, nothing is being turned off.
  const checks = name === 'turning-off' && !tried;
  return localise(TAGS[checks ? 'unproven' : name] ?? '');
}

/** @param {State} state @param {Briefing} briefing */
function bannerSpeaks({ name, asked, dismissed }, { level, main }) {
  if (level === 'quiet' || dismissed || name === 'elsewhere') return false;
  return asked || (main && SPEAK_UNASKED.includes(name));
}

/** @param {State} state @param {Briefing} briefing */
function isRinged({ name, asked, tried, dismissed }, { level, main }) {
  if (level === 'quiet' || dismissed) return false;
  if (SPEAK_UNASKED.includes(name)) return asked || main;
  return asked && !tried && RINGED_IF_ASKED.includes(name);
}

/** Says in the banner whether the report was copied. @param {Hands['copyReport']} copyReport */
async function copyFromBanner(copyReport) {
  const copied = await copyReport();
  if (copied !== null) hintInBanner(localise(copied ? 'report_copied' : 'report_not_copied_here'));
}

/**
 * @param {State} state
 * @param {Briefing} briefing
 * @param {Way} way
 * @param {Hands} hands
 * @returns {BannerText}
 */
function bannerText(state, briefing, way, { act, dismiss, pausePass, copyReport }) {
  const { settings, privacy, setting } = way;
  const path = [settings, privacy, setting].map(quote);
  const saying = sayState(state, briefing);
  const { name, action, announces } = saying;
  const putsOff = PUTS_OFF.includes(state.name);
  const away = action === 'button_cancel' ? action : putsOff ? 'button_not_now' : 'button_close';
  const stuck = STUCK.includes(state.name);
  /** @type {BannerText['buttons']} */
  const buttons = [{ label: localise(away), press: dismiss, plain: true }];
  const { place } = briefing;
  if (place) buttons.unshift({ label: localise('button_pause'), press: pausePass, plain: true });
  if (stuck) {
    const copy = () => copyFromBanner(copyReport);
    buttons.unshift({ label: localise('button_copy_report'), press: copy, plain: true });
  }
  if (action && ACT_IN_BANNER.includes(state.name)) {
    buttons.unshift({ label: localise(action), press: act, plain: false });
  }
  // The steps by hand are of no use where the switch cannot be used.
  const hints = [
    place ? [localise('pass_step', place.number, place.of)] : [],
    announces ? [localise(announces)] : [],
    state.name === 'kept-on' ? localiseAround('by_hand_short', ...path) : [],
  ];
  return {
    tone: state.name,
    headline: localise(`headline_${name}`),
    detail: sayDetail(saying, quote(setting)),
    hint: hints
      .filter(({ length }) => length > 0)
      .flatMap((hint, at) => (at ? [' ', ...hint] : hint)),
    claims: CLAIMS.includes(state.name),
    buttons,
  };
}

/** When what the banner claims was read (ms since 1970). */
let readAt = 0;

/** The background writes it: to set up a calendar takes a page longer than all else (measured). */
async function sayWhenRead() {
  readAt = Date.now();
  const at = readAt;
  const text = await tell({ type: 'say-time', at });
  if (!text || at !== readAt) return;
  noteInBanner(text);
  // It may have more lines than were kept free.
  placeInFrame();
}

/** Leaves nothing in the page. */
function eraseAll() {
  eraseBanner();
  eraseRing();
}

/** What the banner must not cover. @param {Element | null} control @returns {DOMRect[]} */
function keptFree(control) {
  const { activeElement: focused, body } = document;
  const boxes = control ? [visibleBoxOf(control)] : [];
  return focused && focused !== body ? [...boxes, boxOf(focused)] : boxes;
}

/** What the ring is around, and the banner off. @type {Element | null} */
let attended = null;
/** What is drawn anew will be put where it belongs. */
let isPlacing = false;

const layout = new ResizeObserver(() => {
  layout.disconnect();
  isPlacing = false;
  place();
});

/** Once the page is laid out for its next frame: before that, to measure would cost a layout. */
function placeInFrame() {
  isPlacing = Boolean(overlay?.host.isConnected);
  // It reports an element that it did not observe before.
  if (isPlacing) layout.observe(document.documentElement);
}

function place() {
  if (attended && !isAlive(attended)) return;
  // The banner first: it is seldom moved, and the ring is by every write.
  keepBannerOff(() => keptFree(attended));
  if (attended) placeRing(attended);
}

/** @param {Element | null} element @param {string} tag what its ring says; none where empty */
function attendTo(element, tag) {
  attended = element;
  if (element && tag) drawRing(tag);
  else eraseRing();
}

/** @param {State} state @param {Briefing} briefing */
const tagOfSwitch = (state, briefing) => (isRinged(state, briefing) ? sayTag(state) : '');

/**
 * Keeps ring and banner where they belong when the page moves, without drawing anew.
 * @param {Element | null} element the switch, or what leads to it
 * @param {string} tag
 * @param {Depth} depth of the look: a glance follows a change
 */
function follow(element, tag, depth) {
  attendTo(element, tag);
  if (depth === 'glance') placeInFrame();
  else if (!isPlacing) place();
}

/**
 * @param {State} state
 * @param {{readonly briefing: Briefing, readonly way: Way}} visit
 * @param {Element | null} control
 * @param {Hands} hands
 */
function drawState(state, visit, control, hands) {
  const { briefing } = visit;
  const speaks = bannerSpeaks(state, briefing);
  const text = speaks ? bannerText(state, briefing, visit.way, hands) : null;
  readAt = 0;
  if (text) drawBanner(text);
  else eraseBanner();
  if (text?.claims) sayWhenRead();
  attendTo(control, tagOfSwitch(state, briefing));
  placeInFrame();
}
