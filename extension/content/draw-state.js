/** What of a state is drawn into the page: a pure choice, and the drawing of it. */

/** States in which the ring shows LinkedIn's own switch. */
const RINGED = ['on', 'turning-off', 'kept-on', 'locked'];
/** States that speak without being asked: the switch is on, or we are at it. */
const SPEAKS_UNASKED = ['on', 'turning-off', 'kept-on', 'locked'];

/** @param {State} state */
function bannerSpeaks({ name, asked, dismissed }) {
  if (dismissed || name === 'elsewhere') return false;
  return asked || SPEAKS_UNASKED.includes(name);
}

/** @type {Record<string, string>} */
const ACTION_LABELS = {
  'turn-off': 'button_turn_off',
  'try-again': 'button_try_again',
  check: 'button_check',
  cancel: 'button_cancel',
};

/**
 * @typedef {object} Hands
 * @property {() => void} act
 * @property {() => void} dismiss
 */

/** In `on` the second button puts it off; an outcome is only closed. @param {State} state */
const dismissLabel = ({ name }) => (name === 'on' || name === 'kept-on' ? 'button_not_now' : 'button_close');

/**
 * @param {State} state
 * @param {Setting} setting
 * @param {Hands} hands
 * @returns {BannerText}
 */
function bannerText(state, setting, { act, dismiss }) {
  const { headline, detail, action } = sayState(state);
  const offered = action && !(action === 'check' && state.name !== 'unproven');
  const buttons = [{ label: localise(dismissLabel(state)), press: dismiss }];
  if (action === 'cancel') buttons.length = 0;
  if (offered) buttons.unshift({ label: localise(ACTION_LABELS[action] ?? ''), press: act });
  return {
    tone: state.name,
    headline: localise(headline),
    detail: detail ? localise(detail, settingName(setting)) : '',
    buttons,
    dismiss,
  };
}

/** What LinkedIn calls the setting on this page, else in English. @param {Setting} setting */
function settingName({ names }) {
  const language = document.documentElement.lang;
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? names['en'] ?? '';
}

/** What the banner must not cover. @param {Element | null} control @returns {DOMRect[]} */
function keptFree(control) {
  const boxes = control ? [boxOf(visiblePartOf(control))] : [];
  const focused = document.activeElement;
  const elsewhere = focused && focused !== document.body && !isOverlay(focused);
  return elsewhere ? [...boxes, boxOf(focused)] : boxes;
}

/**
 * Keeps ring and banner where they belong when the page moves, without drawing anew.
 * @param {State} state
 * @param {Element | null} control
 */
function followSwitch(state, control) {
  if (control && RINGED.includes(state.name) && !state.dismissed) drawRing(control);
  else eraseRing();
  keepBannerOff(() => keptFree(control));
}

/**
 * @param {State} state
 * @param {Setting | null} setting
 * @param {Element | null} control
 * @param {Hands} hands
 */
function drawState(state, setting, control, hands) {
  if (setting && bannerSpeaks(state)) drawBanner(bannerText(state, setting, hands));
  else eraseBanner();
  followSwitch(state, control);
}
