/**
 * What the bench runs in a page, as the page's own script: it inserts, floods and renders anew, and
 * notes when what happens next. Each measuring function returns a promise of its figures.
 */

/** A child of <html> that is neither head nor body: nobody but Offswitch puts one there. */
const hosts = () =>
  [...document.documentElement.children].filter(
    ({ localName }) => !['head', 'body'].includes(localName),
  );

/** Whether Offswitch has drawn anything. */
const isDrawnOn = () => hosts().length > 0;

/** @param {number} time ms @returns {Promise<void>} */
const pause = (time) => new Promise((over) => setTimeout(over, time));

/** So long after the page has loaded (ms). @param {number} time @returns {Promise<void>} */
function afterLoad(time) {
  const [load] = performance.getEntriesByType('navigation');
  const { loadEventEnd } = /** @type {PerformanceNavigationTiming} */ (load);
  return pause(Math.max(0, loadEventEnd + time - performance.now()));
}

/** Counts the frames until it is told to stop, and how far apart they came (ms). */
function watchFrames() {
  const frames = { count: 0, longest: 0, last: performance.now(), ended: false };
  function next() {
    const now = performance.now();
    frames.count += 1;
    frames.longest = Math.max(frames.longest, now - frames.last);
    frames.last = now;
    if (!frames.ended) requestAnimationFrame(next);
  }
  requestAnimationFrame(next);
  return frames;
}

/** @param {string} html @param {Element} [into] @returns {Element} the first switch in it */
function insert(html, into = document.querySelector('main') ?? document.body) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const found = /** @type {Element} */ (template.content.querySelector('[role=switch]'));
  into.append(template.content);
  return found;
}

/**
 * How long after the switch came our banner is in the document, in ms and frames.
 * @param {string} html the switch
 * @param {number} delay ms after load
 */
async function timeToTell(html, delay) {
  const frames = watchFrames();
  await afterLoad(delay);
  if (isDrawnOn()) throw new Error('a banner is there before the switch');
  const before = frames.count;
  /** @type {Promise<{milliseconds: number, frames: number}>} */
  const told = new Promise((resolve) => {
    new MutationObserver(() => {
      if (!isDrawnOn()) return;
      resolve({ milliseconds: performance.now() - start, frames: frames.count - before });
    }).observe(document.documentElement, { childList: true });
  });
  const start = performance.now();
  insert(html);
  const figures = await told;
  frames.ended = true;
  return figures;
}

/**
 * How long after the switch came it is clicked, in ms.
 * @param {string} html the switch
 * @param {number} delay ms after load
 */
async function timeToAct(html, delay) {
  await afterLoad(delay);
  const control = insert(html);
  const start = performance.now();
  await new Promise((clicked) => control.addEventListener('click', clicked));
  return { milliseconds: performance.now() - start };
}

/** Looks for the switch once a second, as the nearest peer does, and clicks it. */
function poll() {
  const timer = setInterval(() => {
    const control = document.querySelector('input[role="switch"]');
    if (!(control instanceof HTMLInputElement) || !control.checked) return;
    clearInterval(timer);
    control.click();
  }, 1000);
}

/** Until Offswitch has seen the switch that is there; at once where there is none. */
async function untilSettled() {
  const there = document.querySelector('[role=switch]');
  while (there && !isDrawnOn()) await new Promise(requestAnimationFrame);
}

/** An observer of the whole document that does nothing. */
function observeAll() {
  new MutationObserver(() => {}).observe(document, { childList: true, subtree: true });
}

/** One task from now. @returns {Promise<void>} */
function nextTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((turn) => {
    port1.onmessage = () => turn();
    port2.postMessage(null);
  });
}

/** @param {HTMLElement} into @param {number} count @param {number} batch */
async function flood(into, count, batch) {
  let longest = 0;
  for (let done = 0; done < count; done += batch) {
    const start = performance.now();
    for (let one = 0; one < batch; one += 1) into.append(document.createElement('div'));
    await nextTask();
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** Frames that did not come, at sixty a second. @param {number} time ms @param {number} came */
const dropped = (time, came) => Math.max(0, Math.round((time * 60) / 1000) - came);

/** Inserts hidden nodes, one by one, in batches that are a task each. @param {number} count @param {number} batch */
async function storm(count, batch) {
  const into = document.createElement('div');
  into.hidden = true;
  (document.querySelector('main') ?? document.body).append(into);
  const frames = watchFrames();
  const start = performance.now();
  const longest = await flood(into, count, batch);
  const total = performance.now() - start;
  frames.ended = true;
  into.remove();
  return { total, longest, dropped: dropped(total, frames.count) };
}

/** Renders a list of rows anew in each frame. @param {number} rows @param {number} time ms */
async function renderAnew(rows, time) {
  const list = document.createElement('ul');
  (document.querySelector('main') ?? document.body).append(list);
  const frames = watchFrames();
  const start = performance.now();
  for (let now = start; now < start + time; ) {
    const items = Array.from({ length: rows }, (_, number) => {
      const item = document.createElement('li');
      item.textContent = `Row ${number}`;
      return item;
    });
    list.replaceChildren(...items);
    now = await new Promise(requestAnimationFrame);
  }
  frames.ended = true;
  return { longest: frames.longest, dropped: dropped(performance.now() - start, frames.count) };
}
