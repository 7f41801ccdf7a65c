/** Key figures: the latest, and each over time. */
import { get } from './api.js';
import { chart } from './chart.js';
import { number, time } from './format.js';
import { list } from './list.js';
import { Panel, button } from './panel.js';
import { table } from './table.js';

/** @type {import('./main.js').View} */
export const kpis = {
  name: 'kpis',
  title: 'Key figures',
  panels: () => {
    const history = series();
    return [history.list, latest(history)];
  },
};

/** @param {{show: (kpi: {metric: string, dimensions: string}) => void}} history */
function latest(history) {
  return new Panel({
    title: 'Latest',
    load: (signal) => get('/operations/kpis/latest', {}, signal),
    isEmpty: ({ items }) => items.length === 0,
    empty: 'No snapshot yet. A job takes one each quarter of an hour.',
    render: ({ items }) => [
      table(
        'Key figures of the latest snapshot',
        [
          { label: 'Figure', value: name },
          { label: 'Value', isNumber: true, value: ({ value }) => number(value) },
          { label: 'Snapshot', value: ({ bucket }) => time(bucket) },
          {
            label: 'Over time',
            value: (kpi) => button('Show', () => history.show(kpi), { key: `show:${name(kpi)}`, description: `Show ${name(kpi)} over time` }),
          },
        ],
        items,
      ),
    ],
  });
}

function series() {
  let kpi = { metric: 'identity.users', dimensions: '' };
  const panel = list({
    title: `${name(kpi)} over time`,
    caption: 'Snapshots, latest first',
    path: '/operations/kpis',
    parameters: () => ({ ...kpi, limit: 100 }),
    empty: 'No snapshot yet. A job takes one each quarter of an hour.',
    columns: () => [
      { label: 'Snapshot', value: ({ bucket }) => time(bucket) },
      { label: 'Value', isNumber: true, value: ({ value }) => number(value) },
    ],
    draw: (rows, figures) => chart(name(kpi), [{ label: 'Value', format: number }], rows.map(point).toReversed(), figures),
  });
  return {
    list: panel,
    show: (chosen) => {
      kpi = { metric: chosen.metric, dimensions: chosen.dimensions };
      panel.heading.textContent = `${name(kpi)} over time`;
      panel.heading.focus();
      void panel.resume();
    },
  };
}

function point({ bucket, value }) {
  return { at: Date.parse(bucket), values: [Number(value)] };
}

function name({ metric, dimensions }) {
  return dimensions === '' ? metric : `${metric} (${dimensions})`;
}
