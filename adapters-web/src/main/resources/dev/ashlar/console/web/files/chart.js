/** Charts of figures over time, with the same figures as a table behind a disclosure. */
import { element } from './dom.js';
import { moment } from './format.js';
import { table } from './table.js';

/**
 * @typedef {object} Series
 * @property {string} label
 * @property {(value: number) => string} format
 */

/**
 * @typedef {object} Point
 * @property {number} at time in milliseconds
 * @property {(number | null)[]} values one of each series; null if there is none
 */

const HEIGHT = 200;
const DASHES = [[], [6, 4], [2, 3]];
const TWO_DAYS = 2 * 86_400;
const TEN_MINUTES = 600;
const SECONDS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/**
 * Creates a chart.
 *
 * @param {string} title
 * @param {Series[]} series at most three
 * @param {Point[]} points earliest first
 * @param {HTMLElement} [figures] table of the figures, if it has more than these
 */
export function chart(title, series, points, figures = asTable(title, series, points)) {
  const plot = element('div', { class: 'plot', role: 'img', 'aria-label': summary(title, series, points) });
  const readout = element('p', { class: 'readout', 'aria-hidden': 'true' });
  draw(plot, readout, series, points);
  const key = `chart:${title}`;
  return element(
    'figure',
    { class: 'chart' },
    element('figcaption', {}, title, series.length > 1 && legend(series)),
    plot,
    readout,
    element('details', { 'data-key': key }, element('summary', {}, `Table of ${title.toLowerCase()}`), figures),
  );
}

/** @param {Series[]} series */
function legend(series) {
  return element(
    'span',
    { class: 'legend' },
    series.map(({ label }, index) => element('span', { class: `series series-${index + 1}` }, label)),
  );
}

function asTable(title, series, points) {
  const columns = series.map(({ label, format }, index) => ({
    label,
    isNumber: true,
    value: ({ values }) => (values[index] === null ? null : format(values[index])),
  }));
  return table(title, [{ label: 'Time', value: ({ at }) => moment(at) }, ...columns], points.toReversed());
}

/** Describes a chart in words. */
function summary(title, series, points) {
  const parts = series.map(({ label, format }, index) => {
    const values = points.map((point) => point.values[index]).filter((value) => value !== null);
    return values.length === 0
      ? `${label}: no figures`
      : `${label}: latest ${format(values.at(-1))}, lowest ${format(Math.min(...values))}, highest ${format(Math.max(...values))}`;
  });
  return `Chart of ${title}. ${parts.join('. ')}.`;
}

/** Draws once the plot has a width, and again when width or colors change. Ends when the plot leaves the page. */
function draw(plot, readout, series, points) {
  const data = [points.map(({ at }) => at / 1000), ...series.map((_, index) => points.map(({ values }) => values[index]))];
  const ended = new AbortController();
  let drawn = null;
  const redraw = () => {
    drawn?.destroy();
    drawn = new window.uPlot(options(plot.clientWidth, readout, series, points), data, plot);
  };
  const observer = new ResizeObserver(() => {
    if (!plot.isConnected) {
      observer.disconnect();
      ended.abort();
      drawn?.destroy();
    } else if (plot.clientWidth > 0 && drawn?.width !== plot.clientWidth) {
      redraw();
    }
  });
  observer.observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal: ended.signal });
}

function options(width, readout, series, points) {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  const axis = { stroke: color('quiet'), grid: { stroke: color('line'), width: 1 }, ticks: { stroke: color('line'), width: 1 } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    axes: [
      { ...axis, values: (self, splits) => splits.map((at) => tick(at, splits)) },
      { ...axis, size: 70, values: (self, splits) => splits.map((value) => series[0].format(value)) },
    ],
    series: [
      {},
      ...series.map((_, index) => ({
        stroke: color(`series-${index + 1}`),
        width: 2,
        dash: DASHES[index],
        points: { show: points.length < 40 },
      })),
    ],
    hooks: { setCursor: [({ cursor }) => tell(readout, series, points[cursor.idx ?? -1])] },
  };
}

function tick(at, splits) {
  const span = splits.at(-1) - splits[0];
  const format = span > TWO_DAYS ? DAY : span > TEN_MINUTES ? CLOCK : SECONDS;
  return format.format(new Date(at * 1000));
}

/** Shows the figures below the pointer. */
function tell(readout, series, point) {
  const figures = series.map(({ label, format }, index) => {
    const value = point?.values[index] ?? null;
    return `${label} ${value === null ? '–' : format(value)}`;
  });
  readout.textContent = point === undefined ? '' : `${moment(point.at)}: ${figures.join(', ')}`;
}
