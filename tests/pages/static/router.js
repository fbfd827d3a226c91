// @ts-check
// Client-side routing: links change the address without a load; views are drawn by script.

import { readSetting } from './settings-api.js';
import { Switch } from './switch.js';

/**
 * @typedef {object} View
 * @property {string} path
 * @property {string} template  id of its template element
 * @property {import('./switch.js').Control[]} controls
 *
 * @typedef {import('./settings-app.js').PageData} PageData
 */

/** @param {PageData} data @param {string} path */
function viewAt(data, path) {
  return data.views.find((view) => view.path === path);
}

/**
 * Draws the view of the address, its switch on or off as the server says now.
 * @param {PageData} data
 */
async function draw(data) {
  const view = viewAt(data, location.pathname);
  if (!view) return;
  const states = await Promise.all(view.controls.map((control) => readSetting(control.key)));
  if (view !== viewAt(data, location.pathname)) return; // the member has gone on meanwhile
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(view.template));
  document.querySelector('main')?.replaceChildren(document.importNode(template.content, true));
  for (const [index, control] of view.controls.entries()) bringToLife(control, data, states[index]);
}

/** @param {import('./switch.js').Control} control @param {PageData} data @param {boolean} on */
function bringToLife(control, data, on) {
  const one = new Switch(control, data);
  one.attach();
  one.show(on);
}

/** The old view may outlive its address for a while. @param {PageData} data */
function drawAfterStaleTime(data) {
  setTimeout(() => draw(data), data.options.staleFor);
}

/** @param {PageData} data @param {MouseEvent} event */
function follow(data, event) {
  const link = event.target instanceof Element && event.target.closest('a');
  if (!link || !viewAt(data, link.pathname)) return;
  event.preventDefault();
  history.pushState(null, '', link.pathname);
  drawAfterStaleTime(data);
}

/** @param {PageData} data */
export function startRouter(data) {
  document.addEventListener('click', (event) => follow(data, event));
  window.addEventListener('popstate', () => drawAfterStaleTime(data));
  setTimeout(() => draw(data), data.options.mountAfter ?? 0);
}
