/** Requests and their latency by route, and the log of requests. */
import { get } from './api.js';
import { badge, identifier, kilobytes, milliseconds, moment, number, time } from './format.js';
import { list } from './list.js';
import { Panel, choice } from './panel.js';
import { element } from './dom.js';
import { table } from './table.js';

const HOUR = 3_600_000; // milliseconds

/** @type {import('./main.js').View} */
export const requests = { name: 'requests', title: 'Requests', panels: () => [routes(), log()] };

function routes() {
  let hours = 1;
  const choose = (value) => {
    hours = Number(value);
    void panel.restart();
  };
  const panel = new Panel({
    title: 'By route',
    controls: [choice('Span', [['1', 'Last hour'], ['24', 'Last day'], ['168', 'Last week']], choose)],
    load: (signal) => get('/operations/api-requests/stats', { from: new Date(Date.now() - hours * HOUR).toISOString(), limit: 50 }, signal),
    isEmpty: (stats) => stats.routes.length === 0,
    empty: 'No requests yet. They count within a minute.',
    render: (stats) => [
      element('p', { class: 'quiet' }, `From ${moment(stats.from)}. Requests count within a minute.`),
      table(
        'Requests by route, the most requested first',
        [
          { label: 'Operation', value: ({ method, route }) => `${method} ${route}` },
          { label: 'Requests', isNumber: true, value: (row) => number(row.requests) },
          { label: '4xx', isNumber: true, value: ({ clientErrors }) => number(clientErrors) },
          { label: '5xx', isNumber: true, value: ({ serverErrors }) => number(serverErrors) },
          { label: 'p50', isNumber: true, value: ({ durationMs }) => milliseconds(durationMs.p50) },
          { label: 'p95', isNumber: true, value: ({ durationMs }) => milliseconds(durationMs.p95) },
          { label: 'p99', isNumber: true, value: ({ durationMs }) => milliseconds(durationMs.p99) },
          { label: 'Sent', isNumber: true, value: ({ responseBytes }) => kilobytes(responseBytes) },
        ],
        stats.routes,
      ),
    ],
  });
  return panel;
}

function log() {
  let failed = null;
  const choose = (value) => {
    failed = value === 'failed' ? true : null;
    void panel.resume();
  };
  const panel = list({
    title: 'Latest requests',
    path: '/operations/api-requests',
    parameters: () => ({ failed }),
    controls: [choice('Answers', [['all', 'All'], ['failed', '5xx only']], choose)],
    empty: 'No such requests.',
    columns: () => [
      { label: 'Arrival', value: ({ at }) => time(at) },
      { label: 'Operation', value: ({ method, path, route }) => `${method} ${path ?? route}` },
      { label: 'Status', isNumber: true, value: ({ status }) => (status < 500 ? status : badge('failed', `failed ${status}`)) },
      { label: 'Duration', isNumber: true, value: ({ durationMs }) => milliseconds(durationMs) },
      { label: 'User', value: ({ userId }) => identifier(userId) },
      { label: 'Trace', value: ({ traceId }) => identifier(traceId) },
    ],
  });
  return panel;
}
