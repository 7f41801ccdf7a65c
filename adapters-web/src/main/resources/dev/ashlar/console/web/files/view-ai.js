/** Cost and tokens of language models over time, and by model. */
import { get } from './api.js';
import { chart } from './chart.js';
import { dollars, milliseconds, number } from './format.js';
import { Panel, choice } from './panel.js';
import { table } from './table.js';

/** Spans of the charts: number and kind of their points. */
const SPANS = { days: { by: 'day', count: 30 }, hours: { by: 'hour', count: 24 }, months: { by: 'month', count: 12 } };
const COST = [{ label: 'Cost', format: dollars }];
const TOKENS = [
  { label: 'Prompt', format: number },
  { label: 'Completion', format: number },
];
const CALLS = [
  { label: 'Calls', format: number },
  { label: 'Failures', format: number },
];

/** @type {import('./main.js').View} */
export const ai = {
  name: 'ai',
  title: 'AI',
  panels: () => {
    let span = SPANS.days;
    const all = [series(() => span, (chosen) => choose(chosen)), models(() => span)];
    const choose = (chosen) => {
      span = SPANS[chosen];
      all.forEach((panel) => void panel.restart());
    };
    return all;
  },
};

function series(span, choose) {
  return new Panel({
    title: 'Over time',
    seconds: 30,
    controls: [choice('Span', [['days', '30 days'], ['hours', '24 hours'], ['months', '12 months']], choose)],
    load: async (signal) => {
      const starts = startsOf(span());
      const answer = await get('/ai/stats/series', { by: span().by, from: starts[0].toISOString() }, signal);
      return points(starts, answer.points);
    },
    render: (all) => [
      chart('Cost', COST, all.map(({ at, cost }) => ({ at, values: [cost] }))),
      chart('Tokens', TOKENS, all.map(({ at, prompt, completion }) => ({ at, values: [prompt, completion] }))),
      chart('Calls', CALLS, all.map(({ at, calls, failures }) => ({ at, values: [calls, failures] }))),
    ],
  });
}

function models(span) {
  return new Panel({
    title: 'By model',
    seconds: 30,
    load: (signal) => get('/ai/stats/top-models', { by: 'cost', limit: 20, from: startsOf(span())[0].toISOString() }, signal),
    isEmpty: ({ items }) => items.length === 0,
    empty: 'No calls in this span.',
    render: ({ items }) => [
      table(
        'Models, the most expensive first',
        [
          { label: 'Model', value: ({ model }) => model },
          { label: 'Cost', isNumber: true, value: ({ costUsd }) => dollars(costUsd) },
          { label: 'Calls', isNumber: true, value: ({ requests }) => number(requests) },
          { label: 'Failures', isNumber: true, value: ({ failures }) => number(failures) },
          { label: 'Prompt tokens', isNumber: true, value: ({ tokens }) => number(tokens.promptTokens) },
          { label: 'Completion tokens', isNumber: true, value: ({ tokens }) => number(tokens.completionTokens) },
          { label: 'p95', isNumber: true, value: ({ latencyMs }) => milliseconds(latencyMs?.p95 ?? null) },
        ],
        items,
      ),
    ],
  });
}

/** Returns the starts of hours, days or months (UTC), earliest first; the last one is the present. */
function startsOf({ by, count }) {
  const now = new Date();
  const [year, month, day, hour] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), now.getUTCHours()];
  return Array.from({ length: count }, (_, index) => count - 1 - index).map((back) => {
    if (by === 'month') {
      return new Date(Date.UTC(year, month - back, 1));
    }
    return new Date(by === 'day' ? Date.UTC(year, month, day - back) : Date.UTC(year, month, day, hour - back));
  });
}

/** Adds those without calls, which the API omits. */
function points(starts, given) {
  const byStart = new Map(given.map((point) => [Date.parse(point.start), point]));
  return starts.map((start) => {
    const point = byStart.get(start.getTime());
    return {
      at: start.getTime(),
      cost: Number(point?.costUsd ?? 0),
      prompt: point?.tokens.promptTokens ?? 0,
      completion: point?.tokens.completionTokens ?? 0,
      calls: point?.requests ?? 0,
      failures: point?.failures ?? 0,
    };
  });
}
