/** Jobs, their runs, and a run now. */
import { get, post } from './api.js';
import { badge, number, time } from './format.js';
import { Panel, button } from './panel.js';
import { table } from './table.js';

/** @type {import('./main.js').View} */
export const jobs = { name: 'jobs', title: 'Jobs', panels: () => [all()] };

function all() {
  return new Panel({
    title: 'All jobs',
    seconds: 5,
    load: (signal) => get('/operations/jobs', {}, signal),
    isEmpty: ({ items }) => items.length === 0,
    empty: 'No job is scheduled.',
    render: ({ items }, panel) => [
      table(
        'Jobs by name',
        [
          { label: 'Job', value: ({ name }) => name },
          { label: 'Status', value: (job) => badge(statusOf(job)) },
          { label: 'Failures in a row', isNumber: true, value: ({ consecutiveFailures }) => number(consecutiveFailures) },
          { label: 'Last success', value: ({ lastSuccessAt }) => time(lastSuccessAt) },
          { label: 'Last failure', value: ({ lastFailureAt }) => time(lastFailureAt) },
          { label: 'Next run', value: ({ nextRunAt }) => time(nextRunAt) },
          { label: 'Action', value: ({ name }) => run(name, panel) },
        ],
        items,
      ),
    ],
  });
}

function statusOf({ running, consecutiveFailures }) {
  if (running) {
    return 'running';
  }
  return consecutiveFailures > 0 ? 'failing' : 'scheduled';
}

function run(name, panel) {
  const action = () => post(`/operations/jobs/${encodeURIComponent(name)}/run`);
  return button('Run now', () => panel.act(action, `${name} starts within seconds.`), { key: `run:${name}`, description: `Run now: ${name}` });
}
