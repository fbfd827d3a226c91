/**
 * The banner: a named landmark with a polite live region, told what to say and whom to call.
 * It obeys trusted events only and takes the focus only where it had it.
 *
 * @typedef {object} BannerButton
 * @property {string} label
 * @property {() => void} press
 *
 * @typedef {object} BannerText
 * @property {string} tone which of the style sheet's tones
 * @property {string} headline
 * @property {string} detail
 * @property {BannerButton[]} buttons
 * @property {() => void} dismiss
 */

/** @type {ReturnType<typeof createBanner> | null} */
let banner = null;

function createBanner() {
  const headline = make('strong');
  const detail = make('span');
  const status = make('div', { role: 'status', tabindex: '-1' }, headline, detail);
  const buttons = make('div', { class: 'buttons' });
  const mark = make('span', { class: 'mark', 'aria-hidden': 'true' });
  const section = make(
    'section',
    { class: 'banner', 'aria-label': localise('name'), ...messageLanguage() },
    mark,
    status,
    buttons,
  );
  return { section, headline, detail, status, buttons };
}

/** @param {BannerButton} button @param {number} index */
function makeButton({ label, press }, index) {
  const button = make('button', { type: 'button', class: index ? 'quiet' : 'main' }, label);
  button.addEventListener('click', (event) => {
    if (event.isTrusted) press();
  });
  return button;
}

/** @returns {boolean} */
function bannerHasFocus() {
  const root = /** @type {ShadowRoot | undefined} */ (banner?.section.getRootNode());
  return Boolean(banner && root?.activeElement && banner.section.contains(root.activeElement));
}

/** Called when the focus was in the banner before a load, and is nowhere now. */
function focusBanner() {
  if (document.activeElement === document.body) banner?.status.focus({ preventScroll: true });
}

/**
 * Text is set only where it changes, so that the live region says each outcome once.
 * @param {HTMLElement} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A live region must stand in the page before its text does, or nobody hears it. */
function openBanner() {
  if (!banner) {
    banner = createBanner();
    openOverlay().prepend(banner.section);
  }
  openOverlay();
  return banner;
}

/** @param {BannerText} text */
function drawBanner({ tone, headline, detail, buttons, dismiss }) {
  const parts = openBanner();
  const focused = bannerHasFocus();
  parts.section.dataset['tone'] = tone;
  parts.section.onkeydown = (event) => {
    if (event.isTrusted && event.key === 'Escape') dismiss();
  };
  say(parts.headline, headline);
  say(parts.detail, detail);
  parts.buttons.replaceChildren(...buttons.map(makeButton));
  if (focused && !bannerHasFocus()) parts.status.focus({ preventScroll: true });
}

/** @param {() => DOMRect[]} boxes what it must not cover; measured only where a banner stands */
function keepBannerOff(boxes) {
  if (banner) placeBanner(banner.section, boxes());
}

function eraseBanner() {
  banner?.section.remove();
  banner = null;
  closeOverlayIfEmpty();
}
