/** Overview: health, matters that need attention, and the latest key figures. */
import { get } from './api.js';
import { element } from './dom.js';
import { badge, milliseconds, number, time } from './format.js';
import { Panel } from './panel.js';

const FIGURES = 100; // limit of a page: more are shown as a hundred or more

/** @type {import('./main.js').View} */
export const overview = { name: 'overview', title: 'Overview', panels: () => [healthNow(), attention(), keyFigures()] };

function healthNow() {
  return new Panel({
    title: 'Health',
    load: (signal) => get('/health', {}, signal),
    render: ({ status, components }) => [
      element('p', {}, 'The system is ', badge(status), '.'),
      tiles(components.map((one) => tile(one.component, badge(one.status), milliseconds(one.responseTimeMs)))),
    ],
  });
}

function attention() {
  return new Panel({
    title: 'Needs attention',
    load: async (signal) => {
      const [incidents, outstanding, jobs] = await Promise.all([
        get('/operations/incidents', { open: true, limit: FIGURES }, signal),
        get('/operations/events', { limit: FIGURES }, signal),
        get('/operations/jobs', {}, signal),
      ]);
      return {
        incidents: count(incidents),
        outstanding: count(outstanding),
        failing: jobs.items.filter((job) => job.consecutiveFailures > 0).length,
      };
    },
    render: ({ incidents, outstanding, failing }) => [
      tiles([
        tile('Open incidents', incidents, link('health', 'Incidents')),
        tile('Outstanding events', outstanding, link('events', 'Events')),
        tile('Failing jobs', failing, link('jobs', 'Jobs')),
      ]),
    ],
  });
}

function keyFigures() {
  return new Panel({
    title: 'Key figures',
    load: (signal) => get('/operations/kpis/latest', {}, signal),
    isEmpty: ({ items }) => items.length === 0,
    empty: 'No snapshot yet. A job takes one each quarter of an hour.',
    render: ({ items }) => [
      tiles(items.filter(({ dimensions }) => dimensions === '').map(({ metric, value }) => tile(metric, number(value), null))),
      element('p', { class: 'quiet' }, 'As of ', time(items[0].bucket), '. ', link('kpis', 'All key figures')),
    ],
  });
}

function count({ items, nextCursor }) {
  return nextCursor === null ? number(items.length) : `${FIGURES} or more`;
}

function link(view, text) {
  return element('a', { href: `#/${view}`, 'data-key': `to:${view}` }, text);
}

function tiles(all) {
  return element('dl', { class: 'tiles' }, all);
}

function tile(name, value, note) {
  return element('div', { class: 'tile' }, element('dt', {}, name), element('dd', {}, value), note && element('dd', { class: 'quiet' }, note));
}
