/** Tables of rows. */
import { element } from './dom.js';

/**
 * @typedef {object} Column
 * @property {string} label heading
 * @property {(row: any) => import('./dom.js').Child} value contents of the cell
 * @property {boolean} [isNumber] true if it is aligned to the right
 */

/**
 * Creates a table with a caption, which scrolls sideways. The first column heads its rows.
 *
 * @param {string} caption
 * @param {Column[]} columns
 * @param {any[]} rows
 */
export function table(caption, columns, rows) {
  return element(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': caption, 'data-key': `table:${caption}` },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, columns.map(heading))),
      element('tbody', {}, rows.map((row) => element('tr', {}, columns.map((column, index) => cell(column, row, index))))),
    ),
  );
}

/** @param {Column} column */
function heading(column) {
  return element('th', { scope: 'col', class: column.isNumber && 'number' }, column.label);
}

/**
 * @param {Column} column
 * @param {any} row
 * @param {number} index
 */
function cell(column, row, index) {
  const value = column.value(row);
  const attributes = index === 0 ? { scope: 'row' } : { class: column.isNumber && 'number' };
  return element(index === 0 ? 'th' : 'td', attributes, value === '' || value === null ? '–' : value);
}
