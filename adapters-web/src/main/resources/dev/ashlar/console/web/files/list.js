/** Panel with a list that the API answers page by page. */
import { get } from './api.js';
import { notify } from './dom.js';
import { Panel, button } from './panel.js';
import { table } from './table.js';

const HELD = 'Paused, because older rows are shown.';

/**
 * @typedef {object} ListOptions
 * @property {string} title
 * @property {string} path path of the list, below the root of the API
 * @property {() => Record<string, any>} [parameters] filters
 * @property {(panel: Panel) => import('./table.js').Column[]} columns
 * @property {string} empty text for a list without rows
 * @property {string} [caption] caption of the table; the title if absent
 * @property {(rows: any[], figures: HTMLElement) => HTMLElement} [draw] draws the rows as a chart, with their table
 * @property {number} [seconds] pause between two requests; 0 means that it asks on demand only
 * @property {import('./dom.js').Child[]} [controls]
 */

/**
 * Creates a list. While it shows its first page it is loaded again and again.
 *
 * @param {ListOptions} options
 */
export function list(options) {
  const ask = (parameters, signal) => get(options.path, { ...options.parameters?.(), ...parameters }, signal);
  return new Panel({
    ...options,
    load: (signal) => ask({}, signal),
    isEmpty: (page) => page.items.length === 0,
    render: (page, panel) => [
      withChart(table(options.caption ?? options.title, options.columns(panel), page.items), page.items, options.draw),
      page.nextCursor !== null && button('More', () => panel.act(() => more(page, panel, ask)), { key: 'more' }),
      page.isHeld && button('Latest', () => panel.resume(), { key: 'latest' }),
    ],
  });
}

function withChart(figures, rows, draw) {
  return draw === undefined ? figures : draw(rows, figures);
}

/**
 * Adds the next page.
 *
 * @param {{items: any[], nextCursor: string | null}} page rows so far
 * @param {Panel} panel
 * @param {(parameters: object, signal: AbortSignal) => Promise<any>} ask
 */
function more(page, panel, ask) {
  return panel.hold(async (signal) => {
    const next = await ask({ cursor: page.nextCursor }, signal);
    notify(`${next.items.length} more rows.`);
    return { items: [...page.items, ...next.items], nextCursor: next.nextCursor, isHeld: true };
  }, HELD);
}
