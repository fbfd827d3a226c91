/** What of a state is drawn into the page, and the drawing of it. */

/** States that speak without being asked, and whose switch is ringed. */
const SPEAK_UNASKED = ['on', 'turning-off', 'kept-on', 'locked'];
/** States whose action is the banner's too; the others offer theirs in the panel only. */
const ACT_IN_BANNER = ['on', 'unproven', 'kept-on'];
/** States whose way by hand, and report, are the banner's too. */
const STUCK = ['kept-on', 'locked'];

/** @param {State} state @param {Level} level */
function bannerSpeaks({ name, asked, dismissed }, level) {
  if (level === 'quiet' || dismissed || name === 'elsewhere') return false;
  return asked || SPEAK_UNASKED.includes(name);
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
function bannerText(state, briefing, way, { act, dismiss, copyReport }) {
  const { settings, privacy, setting } = way;
  const saying = sayState(state, briefing);
  const { name, action, announces } = saying;
  const putsOff = state.name === 'on' || state.name === 'kept-on';
  const away = action === 'button_cancel' ? action : putsOff ? 'button_not_now' : 'button_close';
  const stuck = STUCK.includes(state.name);
  /** @type {BannerText['buttons']} */
  const buttons = [{ label: localise(away), press: dismiss, plain: true }];
  if (stuck) {
    const copy = () => copyFromBanner(copyReport);
    buttons.unshift({ label: localise('button_copy_report'), press: copy, plain: true });
  }
  if (action && ACT_IN_BANNER.includes(state.name)) {
    buttons.unshift({ label: localise(action), press: act, plain: false });
  }
  const hints = [
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
 * @param {Level} level
 * @param {Element | null} control
 */
function followSwitch({ name, dismissed }, level, control) {
  const ringed = level !== 'quiet' && !dismissed && SPEAK_UNASKED.includes(name);
  if (control && ringed) drawRing(control);
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
  if (bannerSpeaks(state, briefing.level)) drawBanner(bannerText(state, briefing, way, hands));
  else eraseBanner();
  followSwitch(state, briefing.level, control);
}
