/**
 * The banner: a named landmark with a polite live region, told what to say and whom to call.
 * It obeys trusted events only, and takes the focus only where it had it.
 *
 * @typedef {object} BannerText
 * @property {string} tone one of the style sheet's tones
 * @property {string} headline
 * @property {string} detail
 * @property {string} hint what else can be done, or empty
 * @property {string} read when that was read: a browser may leave a banner without its script
 * @property {{label: string, press: () => void, plain: boolean}[]} buttons the last one puts the
 *   banner away; plain: not the main thing to do
 */

/** @type {ReturnType<typeof createBanner> | null} */
let banner = null;

/** In order of preference; the style sheet says where they are. */
const PLACES = ['bottom', 'top', 'middle'];

function createBanner() {
  const headline = make('strong');
  const detail = make('span');
  const hint = make('span');
  const status = make('div', { role: 'status', tabindex: '-1' }, headline, detail, hint);
  const read = make('small');
  const buttons = make('div', { class: 'buttons' });
  const mark = make('span', { class: 'mark' });
  const named = { class: 'banner', 'aria-label': localise('name'), ...messageLanguage() };
  const text = make('div', { class: 'text' }, status, read);
  const section = make('section', named, mark, text, buttons);
  openOverlay().prepend(section);
  return { section, headline, detail, hint, status, read, buttons };
}

/** @param {BannerText['buttons'][number]} button */
function makeButton({ label, press, plain }) {
  const button = make('button', { type: 'button', class: plain ? 'plain' : 'main' }, label);
  button.addEventListener('click', (event) => event.isTrusted && press());
  return button;
}

/** @returns {boolean} */
function bannerHasFocus() {
  // Not :focus-within: it does not match while the focus is in the browser's own toolbar.
  const root = /** @type {ShadowRoot | undefined} */ (banner?.section.getRootNode());
  return Boolean(root?.activeElement);
}

/** Gives the banner back the focus it had before a load, unless it is somewhere by now. */
function refocusBanner() {
  const { activeElement, body } = document;
  if (!activeElement || activeElement === body) banner?.status.focus({ preventScroll: true });
}

/** A live region speaks when its text is set, even to the same. @param {Element} part @param {string} text */
function say(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

/** Says something else than the hint, until the banner is drawn anew. @param {string} text */
function hintInBanner(text) {
  if (banner) say(banner.hint, text);
}

/**
 * Buttons that are the same stay: one that goes under somebody's finger takes the click with it.
 * @param {Element} row
 * @param {BannerText['buttons']} buttons
 * @returns {boolean} whether they are new
 */
function drawButtons(row, buttons) {
  const there = [...row.children].map((button) => button.textContent);
  if (there.join('\n') === buttons.map(({ label }) => label).join('\n')) return false;
  row.replaceChildren(...buttons.map(makeButton));
  return true;
}

/** @param {BannerText} text */
function drawBanner({ tone, headline, detail, hint, read, buttons }) {
  openOverlay();
  banner ??= createBanner();
  const focused = bannerHasFocus();
  banner.section.dataset.tone = tone;
  banner.section.onkeydown = ({ isTrusted, key }) => {
    if (isTrusted && key === 'Escape') buttons.at(-1)?.press();
  };
  say(banner.headline, headline);
  say(banner.detail, detail);
  say(banner.hint, hint);
  say(banner.read, read);
  if (drawButtons(banner.buttons, buttons) && focused) banner.status.focus({ preventScroll: true });
}

/**
 * Puts the banner where it covers none of the boxes, preferably where it is.
 * @param {() => DOMRect[]} boxes measured only where a banner stands
 */
function keepBannerOff(boxes) {
  if (!banner) return;
  const { section } = banner;
  const covered = boxes();
  for (const place of [section.dataset.place, ...PLACES, PLACES[0]]) {
    section.dataset.place = place ?? PLACES[0];
    const { left, right, top, bottom } = section.getBoundingClientRect();
    const free = covered.every(
      (box) => left >= box.right || box.left >= right || top >= box.bottom || box.top >= bottom,
    );
    if (free) return;
  }
}

function eraseBanner() {
  banner?.section.remove();
  banner = null;
  closeOverlayIfEmpty();
}
