/** Runs that import external catalogues, their progress, and the start of a run. */
import { post } from './api.js';
import { badge, number, time } from './format.js';
import { list } from './list.js';
import { button } from './panel.js';

const SOURCES = ['mrlearn', 'mrtest'];

/** @type {import('./main.js').View} */
export const sync = { name: 'sync', title: 'Imports', panels: () => [runs()] };

function runs() {
  const panel = list({
    title: 'Sync runs',
    caption: 'Sync runs, newest first',
    path: '/operations/sync/runs',
    seconds: 5,
    controls: SOURCES.map((source) =>
      button(`Pull ${source}`, () => panel.act(() => post(`/operations/sync/${source}`), `A run of ${source} has started.`)),
    ),
    empty: 'No run yet. One starts each hour for each catalogue that has a server.',
    columns: () => [
      { label: 'Started', value: ({ createdAt }) => time(createdAt) },
      { label: 'Source', value: ({ source }) => source },
      { label: 'Outcome', value: ({ outcome }) => badge(outcome) },
      { label: 'Pages', isNumber: true, value: ({ counts }) => number(counts.pages) },
      { label: 'Received', isNumber: true, value: ({ counts }) => number(counts.received) },
      { label: 'Changed', isNumber: true, value: ({ counts }) => number(counts.changed) },
      { label: 'Unreadable', isNumber: true, value: ({ counts }) => number(counts.unreadable) },
      { label: 'Gone', isNumber: true, value: ({ counts }) => number(counts.gone) },
      { label: 'Failures', isNumber: true, value: ({ failures }) => number(failures) },
      { label: 'Last step', value: ({ updatedAt }) => time(updatedAt) },
      { label: 'Reason', value: ({ detail }) => detail },
    ],
  });
  return panel;
}
