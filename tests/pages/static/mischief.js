// @ts-check
// A page that works against the extension. Nobody reported one; it is what we must survive.

/** @typedef {import('./settings-app.js').PageData} PageData */

const PAYLOADS = [{ type: 'click' }, { type: 'state', state: 'off' }, { type: 'load-proof' }];

/** Events of our own making, which the page's switch must not take for its member's. */
const fakes = new WeakSet();

/** @param {Event} event */
export const isFake = (event) => fakes.has(event);

/** Children of <html> that LinkedIn did not put there. */
function strangers() {
  const children = [...document.documentElement.children];
  return children.filter((child) => !['head', 'body'].includes(child.localName));
}

function removeStrangers() {
  for (const stranger of strangers()) stranger.remove();
}

/** The page's controls of the moment, in open shadow roots too. @param {PageData} data */
function controlsOf(data) {
  return [...data.controls, ...data.views.flatMap((view) => view.controls)].flatMap((control) => {
    const scope = control.host ? document.querySelector(control.host)?.shadowRoot : document;
    return [...(scope?.querySelectorAll(control.selector) ?? [])];
  });
}

/** @param {PageData} data */
function replayClicks(data) {
  const replayed = new WeakSet();
  window.addEventListener(
    'click',
    (event) => {
      const [target] = event.composedPath();
      if (event.isTrusted || !(target instanceof HTMLElement)) return;
      if (!controlsOf(data).includes(target) || replayed.delete(target)) return;
      setTimeout(() => {
        replayed.add(target);
        target.click();
      }, 200);
    },
    { capture: true },
  );
}

/** A fresh set each time: an event is dispatched once. */
function provocations() {
  const bubbling = { bubbles: true, composed: true, cancelable: true };
  const plain = ['change', 'input', 'load', 'focus', 'visibilitychange', 'prerenderingchange'];
  return [
    ...plain.map((type) => new Event(type, bubbling)),
    ...['Enter', ' ', 'Escape'].map((key) => new KeyboardEvent('keydown', { key, ...bubbling })),
    new PointerEvent('pointerdown', bubbling),
    new MouseEvent('mousedown', bubbling),
    new PageTransitionEvent('pageshow', { persisted: true }),
    new PopStateEvent('popstate'),
    ...PAYLOADS.map((data) => new MessageEvent('message', { data, source: window })),
  ];
}

/** @param {EventTarget} target @param {Event} event */
function fake(target, event) {
  fakes.add(event);
  target.dispatchEvent(event);
}

/** @param {PageData} data */
function provoke(data) {
  const others = [window, document, document.body, ...strangers()];
  for (const target of [...others, ...controlsOf(data)]) {
    for (const event of provocations()) fake(target, event);
  }
  for (const target of others) fake(target, new MouseEvent('click', { bubbles: true }));
  for (const payload of PAYLOADS) window.postMessage(payload, location.origin);
  const host = document.querySelector('html > :not(head):not(body)');
  host?.shadowRoot?.querySelector('button')?.click();
  if (host instanceof HTMLElement) host.click();
}

/** @param {PageData} data */
function fakeEvents(data) {
  const repeat = setInterval(() => provoke(data), 100);
  setTimeout(() => clearInterval(repeat), 5000);
}

/** Begins what the options ask for. @param {PageData} data */
export function startMischief(data) {
  const { mischief } = data.options;
  if (mischief === 'replays-clicks') replayClicks(data);
  if (mischief === 'fakes-events') fakeEvents(data);
  if (mischief !== 'removes-nodes') return;
  removeStrangers();
  new MutationObserver(removeStrangers).observe(document.documentElement, { childList: true });
}
