/** Health now and over time, and incidents. */
import { get, post } from './api.js';
import { chart } from './chart.js';
import { badge, milliseconds, time } from './format.js';
import { list } from './list.js';
import { Panel, button } from './panel.js';
import { table } from './table.js';

/** @type {import('./main.js').View} */
export const health = {
  name: 'health',
  title: 'Health',
  panels: () => {
    const history = checks();
    return [now(history), history.list, incidents()];
  },
};

/** @param {{show: (component: string) => void}} history */
function now(history) {
  return new Panel({
    title: 'Components',
    load: (signal) => get('/health', {}, signal),
    isEmpty: ({ components }) => components.length === 0,
    empty: 'No component was checked in the last five minutes.',
    render: ({ components }) => [
      table(
        'Latest checks',
        [
          { label: 'Component', value: ({ component }) => component },
          { label: 'Status', value: ({ status }) => badge(status) },
          { label: 'Response time', isNumber: true, value: ({ responseTimeMs }) => milliseconds(responseTimeMs) },
          { label: 'Checked', value: ({ checkedAt }) => time(checkedAt) },
          {
            label: 'History',
            value: ({ component }) =>
              button('Show', () => history.show(component), { key: `show:${component}`, description: `Show the checks of ${component}` }),
          },
        ],
        components,
      ),
    ],
  });
}

function checks() {
  let component = 'database';
  const panel = list({
    title: `Checks of ${component}`,
    caption: 'Checks, latest first',
    path: '/operations/health/history',
    parameters: () => ({ component, limit: 100 }),
    empty: 'The component has not been checked yet.',
    columns: () => [
      { label: 'Checked', value: ({ checkedAt }) => time(checkedAt) },
      { label: 'Status', value: ({ status }) => badge(status) },
      { label: 'Response time', isNumber: true, value: ({ responseTimeMs }) => milliseconds(responseTimeMs) },
      { label: 'Reason', value: ({ details }) => details },
    ],
    draw: (rows, figures) =>
      chart('Response times', [{ label: 'Response time', format: milliseconds }], rows.map(point).toReversed(), figures),
  });
  return {
    list: panel,
    show: (chosen) => {
      component = chosen;
      panel.heading.textContent = `Checks of ${component}`;
      panel.heading.focus();
      void panel.resume();
    },
  };
}

function point({ checkedAt, responseTimeMs }) {
  return { at: Date.parse(checkedAt), values: [responseTimeMs] };
}

function incidents() {
  return list({
    title: 'Incidents',
    path: '/operations/incidents',
    empty: 'There was no incident.',
    columns: (panel) => [
      { label: 'Component', value: ({ component }) => component },
      { label: 'Status', value: ({ closedAt }) => badge(closedAt === null ? 'open' : 'closed') },
      { label: 'Cause', value: ({ cause }) => cause },
      { label: 'Opened', value: ({ openedAt }) => time(openedAt) },
      { label: 'Closed', value: ({ closedAt }) => time(closedAt) },
      {
        label: 'Action',
        value: ({ id, component, closedAt }) =>
          closedAt === null &&
          button('Close', () => panel.act(() => post(`/operations/incidents/${id}/close`), `Incident of ${component} closed.`), {
            key: `close:${id}`,
            description: `Close the incident of ${component}`,
          }),
      },
    ],
  });
}
