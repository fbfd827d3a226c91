// @ts-check
// One switch: it flips at once, then saves, and flips back if the save fails.

import { askFirst } from './confirm.js';
import { isFake } from './mischief.js';
import { saveSetting } from './settings-api.js';

/**
 * @typedef {object} Control
 * @property {string} selector  what the member operates: an input or a button
 * @property {string} key  the setting it saves
 * @property {string} row  an ancestor; what a re-render replaces
 * @property {string} [word]  in the row: shows the state's word
 * @property {string} [root]  an ancestor whose click handler turns it, as an artdeco toggle's does
 * @property {string} [host]  the element whose open shadow root holds it
 * @property {number} [shadowAfter]  ms until that shadow root is attached
 * @property {number} [drawnAfter]  ms until it is set, silently, to what the server has
 * @property {number} [silentOffAfter]  ms until its property alone is set to off
 */

/** Which setting a node turns, whatever it is called. @type {WeakMap<Element, string>} */
const turns = new WeakMap();

/** @param {Element} node @returns {string} a setting's key, or nothing */
export const settingOf = (node) => turns.get(node) ?? '';

export class Switch {
  /**
   * @param {Control} control
   * @param {import('./settings-app.js').PageData} data
   */
  constructor(control, data) {
    this.control = control;
    this.options = data.options;
    this.words = data.words;
    this.stored = data.settings[control.key];
    this.on = false;
  }

  /** The node of the moment: a re-render makes a new one. @returns {HTMLElement} */
  get node() {
    const scope = this.control.host
      ? document.querySelector(this.control.host)?.shadowRoot
      : document;
    const node = scope?.querySelector(this.control.selector);
    if (node instanceof HTMLElement) return node;
    throw new Error(`No ${this.control.selector} on this page`);
  }

  get row() {
    return /** @type {HTMLElement} */ (this.node.closest(this.control.row));
  }

  /** Starts its life in the page. */
  attach() {
    this.on = reads(this.node);
    this.listen();
    const { drawnAfter, silentOffAfter } = this.control;
    const { replaceNodeAfter } = this.options;
    if (drawnAfter === 0) this.show(this.stored);
    if (drawnAfter) setTimeout(() => this.show(this.stored), drawnAfter);
    if (silentOffAfter) setTimeout(() => this.setProperty(false), silentOffAfter);
    if (replaceNodeAfter !== null) setTimeout(() => this.replaceNode(), replaceNodeAfter);
  }

  listen() {
    turns.set(this.node, this.control.key);
    const { root } = this.control;
    const target = (root && this.node.closest(root)) || this.node;
    const native = !root && this.node instanceof HTMLInputElement;
    target.addEventListener('click', (event) => {
      this.leaveSoon();
      if (!this.holdsBack(event) && !native) this.turn(!this.on);
    });
    // A native input tells of its own flip; anything else is flipped by its click.
    if (!native) return;
    target.addEventListener('change', (event) => {
      if (!isFake(event)) this.turn(reads(this.node));
    });
  }

  leaveSoon() {
    const { leavesAfterClick } = this.options;
    if (leavesAfterClick !== null) setTimeout(() => (window.top ?? window).location.assign('/feed/'), leavesAfterClick);
  }

  /** Whether this click changes nothing, at least not yet. @param {Event} event */
  holdsBack(event) {
    const asks = this.options.asks !== '' && this.on;
    if (!asks && !this.options.swallowClicks && !isDisabled(this.node)) return false;
    event.preventDefault();
    if (asks) askFirst(this.options.asks, () => this.turn(false));
    return true;
  }

  /** @param {boolean} on */
  async turn(on) {
    this.show(on);
    if (this.options.replaceNodeOnClick) this.replaceNode();
    if (!on && this.options.flipBackAfter !== null) {
      setTimeout(() => this.flipBack(), this.options.flipBackAfter);
    }
    const accepted = await saveSetting(this.control.key, on);
    if (!accepted) this.show(!on);
    if (this.options.replaceNodeAfterSave) this.replaceNode();
    const { flipBackAfterSave } = this.options;
    if (accepted && !on && flipBackAfterSave !== null) {
      setTimeout(() => this.turn(true), flipBackAfterSave);
    }
  }

  flipBack() {
    this.show(true);
    if (this.options.flipBackSaves) saveSetting(this.control.key, true);
  }

  /** Data down: every place that shows the state is written. @param {boolean} on */
  show(on) {
    this.on = on;
    this.setProperty(on);
    for (const name of ['aria-checked', 'aria-pressed']) {
      if (this.node.hasAttribute(name)) this.node.setAttribute(name, String(on));
    }
    const word = this.control.word && this.row.querySelector(this.control.word);
    if (word) word.textContent = on ? this.words.on : this.words.off;
    const root = this.control.root && this.node.closest(this.control.root);
    if (root) root.classList.toggle('artdeco-toggle--toggled', on);
  }

  /** @param {boolean} on */
  setProperty(on) {
    if (this.node instanceof HTMLInputElement) this.node.checked = on;
  }

  /** A re-render: the same row, as a new node. */
  replaceNode() {
    const copy = /** @type {HTMLElement} */ (this.row.cloneNode(true));
    this.row.replaceWith(copy);
    this.show(this.on);
    this.listen();
  }
}

/** @param {HTMLElement} node */
function reads(node) {
  if (node instanceof HTMLInputElement) return node.checked;
  return (node.getAttribute('aria-checked') ?? node.getAttribute('aria-pressed')) === 'true';
}

/** @param {HTMLElement} node */
function isDisabled(node) {
  return node.matches(':disabled') || node.getAttribute('aria-disabled') === 'true';
}
