/** What of a state is drawn into the page, and the drawing of it. */

/** States that speak without being asked, and whose switch is ringed. */
const SPEAK_UNASKED = ['on', 'turning-off', 'kept-on', 'locked'];
/** States whose action is the banner's too; the others offer theirs in the panel only. */
const ACT_IN_BANNER = ['on', 'unproven', 'kept-on'];
/** States whose way by hand, and report, are the banner's too. */
const STUCK = ['kept-on', 'locked'];

/** States that are ringed where the member asked to be shown the switch. */
const RINGED_IF_ASKED = ['off', 'unproven'];

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
  const hints = [
    place ? localise('pass_step', String(place.number), String(place.of)) : '',
    announces ? localise(announces) : '',
    stuck ? localise('by_hand_short', settings, privacy, setting) : '',
  ];
  return {
    tone: state.name,
    headline: localise(`headline_${name}`),
    detail: sayDetail(saying, setting),
    hint: hints.filter(Boolean).join(' '),
    read: localise('read_at', sayTime(Date.now())),
    buttons,
  };
}

/** What the banner must not cover. @param {Element | null} control @returns {DOMRect[]} */
function keptFree(control) {
  const { activeElement: focused, body } = document;
  const boxes = control ? [visibleBoxOf(control)] : [];
  return focused && focused !== body ? [...boxes, boxOf(focused)] : boxes;
}

/**
 * Keeps ring and banner where they belong when the page moves, without drawing anew.
 * @param {State} state
 * @param {Briefing} briefing
 * @param {Element | null} control
 */
function followSwitch(state, briefing, control) {
  if (control && isRinged(state, briefing)) drawRing(control);
  else eraseRing();
  keepBannerOff(() => keptFree(control));
}

/**
 * @param {State} state
 * @param {Briefing} briefing
 * @param {Way} way
 * @param {Element | null} control
 * @param {Hands} hands
 */
function drawState(state, briefing, way, control, hands) {
  if (bannerSpeaks(state, briefing)) drawBanner(bannerText(state, briefing, way, hands));
  else eraseBanner();
  followSwitch(state, briefing, control);
}
