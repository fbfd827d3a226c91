/**
 * The banner: a named landmark with a polite live region, told what to say and whom to call.
 * It obeys trusted events only, and takes the focus only where it had it.
 *
 * @typedef {object} BannerText
 * @property {string} tone one of the style sheet's tones
 * @property {string} headline
 * @property {Words} detail
 * @property {Words} hint what else can be done, or empty
 * @property {boolean} claims whether it says what was read: then `noteInBanner` says when
 * @property {{label: string, press: () => void, plain: boolean}[]} buttons the last one puts the
 *   banner away; plain: not the main thing to do
 */

/** @type {ReturnType<typeof createBanner> | null} */
let banner = null;

/** In order of preference; the style sheet says where they are. */
const PLACES = ['bottom', 'top', 'middle'];
/** Where none of them is free: the banner shows as much of itself as there is room below. */
const LOW = 'low';

function createBanner() {
  const headline = make('strong');
  const detail = make('span');
  const hint = make('span');
  const status = make('div', { role: 'status', tabindex: '-1' }, headline, detail, hint);
  const read = make('small');
  const buttons = make('div', { class: 'buttons' });
  const mark = make('span', { class: 'mark', 'aria-hidden': 'true' });
  const named = { class: 'banner', 'aria-label': localise('name'), ...messageLanguage() };
  const text = make('div', { class: 'text' }, status, read);
  const section = make('section', named, mark, text, buttons);
  section.dataset.place = PLACES[0];
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

/** A live region speaks when its text is set, even to the same. @param {Element} part @param {Words} words */
function say(part, words) {
  const said = make('span', {}, ...[words].flat());
  if (part.textContent !== said.textContent) part.replaceChildren(...said.childNodes);
}

/** Says when that was read: a browser may leave a banner without its script. @param {string} text */
function noteInBanner(text) {
  if (banner) say(banner.read, text);
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
function drawBanner({ tone, headline, detail, hint, claims, buttons }) {
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
  // Room for the line that is to come.
  say(banner.read, claims ? '\u00a0' : '');
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
  const now = section.dataset.place ?? LOW;
  for (const place of [...(now === LOW ? [] : [now]), ...PLACES, LOW]) {
    // Nothing is written that is so: to measure after that costs a layout.
    if (place === LOW) standBelow(covered);
    if (place !== section.dataset.place) section.dataset.place = place;
    if (areApart(section.getBoundingClientRect(), covered)) return;
  }
}

/** Tells the style sheet how much room there is below the boxes. @param {DOMRect[]} boxes */
function standBelow(boxes) {
  const below = innerHeight - Math.max(0, ...boxes.map(({ bottom }) => bottom));
  banner?.section.style.setProperty('--below', `${below}px`);
}

function eraseBanner() {
  banner?.section.remove();
  banner = null;
  closeOverlayIfEmpty();
}
