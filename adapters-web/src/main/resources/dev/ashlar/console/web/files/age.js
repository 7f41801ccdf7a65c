/** Age of what a panel shows. It is no live region: a screen reader reads it on demand. */
import { ago } from './format.js';
import { element } from './dom.js';

const TICK = 1000; // milliseconds

/** @returns {HTMLElement} text that stays empty until `renew` */
export function age() {
  return element('p', { class: 'age' });
}

/**
 * Restarts an age at zero.
 *
 * @param {HTMLElement} node
 * @param {string} [note] text that follows the age
 */
export function renew(node, note = '') {
  node.dataset.at = String(Date.now());
  node.dataset.note = note;
  tell(node);
}

/** @param {HTMLElement} node */
function tell(node) {
  node.textContent = `Updated ${ago(Date.now() - Number(node.dataset.at))}. ${node.dataset.note ?? ''}`.trim();
}

setInterval(() => document.querySelectorAll('.age[data-at]').forEach((node) => tell(/** @type {HTMLElement} */ (node))), TICK);
