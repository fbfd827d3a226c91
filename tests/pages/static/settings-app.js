// @ts-check
// The settings app of every page: gives each control the server named LinkedIn's observed behaviour.

import { startMischief } from './mischief.js';
import { startRouter } from './router.js';
import { Switch } from './switch.js';
import { reportClicks } from './tracking.js';

/**
 * @typedef {object} PageOptions  As tests/harness/linkedin/scenario.py explains them; times in ms.
 * @property {number | null} mountAfter
 * @property {number | null} flipBackAfter
 * @property {boolean} flipBackSaves
 * @property {number | null} flipBackAfterSave
 * @property {boolean} swallowClicks
 * @property {'' | 'dialog' | 'aria-modal'} asks
 * @property {number | null} replaceNodeAfter
 * @property {boolean} replaceNodeOnClick
 * @property {boolean} replaceNodeAfterSave
 * @property {number | null} leavesAfterClick
 * @property {'' | 'removes-nodes' | 'replays-clicks' | 'fakes-events'} mischief
 * @property {number} staleFor
 *
 * @typedef {object} PageData  What the server ships in its <code> element.
 * @property {import('./switch.js').Control[]} controls
 * @property {import('./router.js').View[]} views
 * @property {Record<string, boolean>} settings  key to on, when the page was rendered
 * @property {{ on: string, off: string }} words
 * @property {PageOptions} options
 * @property {boolean} serviceWorker
 */

/** @returns {PageData} */
function readPageData() {
  return JSON.parse(document.querySelector('code#bpr-guid-1')?.textContent ?? '');
}

/** Draws what the server held back, in one task, so that nobody sees it half made. @param {PageData} data */
function mountLate(data) {
  const template = document.querySelector('template.late');
  if (!(template instanceof HTMLTemplateElement)) return;
  template.replaceWith(document.importNode(template.content, true));
  for (const one of attachAll(data)) one.show(data.settings[one.control.key]);
  document.body.classList.add('boot-complete');
}

/** Browsers tell nobody of this. @param {import('./switch.js').Control} control @param {PageData} data */
function attachShadowTo(control, data) {
  const template = document.getElementById('interop-content');
  if (!control.host || !(template instanceof HTMLTemplateElement)) return;
  const root = document.querySelector(control.host)?.attachShadow({ mode: 'open', clonable: true });
  root?.append(document.importNode(template.content, true));
  const one = new Switch(control, data);
  one.attach();
  one.show(data.settings[control.key]);
}

/** @param {PageData} data */
function attachAll(data) {
  for (const control of data.controls) {
    const { shadowAfter } = control;
    if (shadowAfter) setTimeout(() => attachShadowTo(control, data), shadowAfter);
  }
  const switches = data.controls.map((control) => new Switch(control, data)).filter(isThere);
  for (const one of switches) one.attach();
  return switches;
}

/** A page that a test made up may lack what it promises. @param {Switch} one */
function isThere(one) {
  try {
    return one.node.isConnected;
  } catch {
    return false;
  }
}

/** @param {PageData} data */
function start(data) {
  startMischief(data);
  if (data.serviceWorker) navigator.serviceWorker.register('/service-worker.js');
  if (data.views.length > 0) startRouter(data);
  else if (data.options.mountAfter === null) attachAll(data);
  else setTimeout(() => mountLate(data), data.options.mountAfter);
}

reportClicks();
start(readPageData());
