// @ts-check
// The page watches the clicks on its controls, as LinkedIn's does, and tells the server.

import { settingOf } from './switch.js';

const CONTROLS =
  'a, button, input, select, textarea, label, summary, [role="switch"], [role="button"], .artdeco-toggle, [data-control-name]';

/** A beacon carries 64 KiB and is dropped beyond that. */
const LONGEST = 1000;

/** @param {Element} element  what a tracking log would call it */
function nameOf(element) {
  const names = ['aria-labelledby', 'id', 'name', 'data-control-name', 'href', 'for'];
  const name = names.map((attribute) => element.getAttribute(attribute)).find(Boolean);
  return name || element.textContent?.trim() || element.className || element.localName;
}

/** @param {Event} event */
function report(event) {
  // The composed path looks into open shadow roots.
  const origin = event.composedPath()[0];
  // A form whose field is called "closest" has lost its own.
  const element = origin instanceof Element && Element.prototype.closest.call(origin, CONTROLS);
  if (!element) return;
  const touch = {
    control: nameOf(element).slice(0, LONGEST),
    tag: element.localName,
    key: (element.getAttribute('aria-labelledby') ?? '').slice(0, LONGEST),
    id: element.id.slice(0, LONGEST),
    trusted: event.isTrusted,
    kind: event.type,
    path: location.pathname,
    setting: settingOf(element),
  };
  navigator.sendBeacon('/li/track', JSON.stringify(touch));
}

/** Reports every click on a control, whoever made it and whatever stops it on its way. */
export function reportClicks() {
  window.addEventListener('click', report, { capture: true });
}
