/** Values as texts. */
import { element } from './dom.js';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const DOLLARS = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const GOOD = ['healthy', 'succeeded', 'scheduled', 'closed'];
const BAD = ['unhealthy', 'failed', 'failing', 'open'];

/** @param {number | string | null} value */
export function number(value) {
  return value === null ? '–' : NUMBER.format(Number(value));
}

/** @param {number | string} value US dollars */
export function dollars(value) {
  return DOLLARS.format(Number(value));
}

/** @param {number | string | null} value milliseconds */
export function milliseconds(value) {
  return value === null ? '–' : `${NUMBER.format(Number(value))} ms`;
}

/** @param {number | string} value bytes */
export function kilobytes(value) {
  return `${NUMBER.format(Number(value) / 1000)} kB`;
}

/** @param {string | number | Date} value time, in the time zone of the browser */
export function moment(value) {
  return MOMENT.format(new Date(value));
}

/** @param {string | null} value time as the API writes it */
export function time(value) {
  return value === null ? '–' : element('time', { datetime: value, class: 'time' }, moment(value));
}

/** @param {string | null} value id, kept on one line */
export function identifier(value) {
  return value === null ? '–' : element('span', { class: 'id' }, value);
}

/**
 * Shows a status by its word and a color.
 *
 * @param {string} status
 * @param {string} [text] text in place of the word
 */
export function badge(status, text = status) {
  const kind = GOOD.includes(status) ? 'good' : BAD.includes(status) ? 'bad' : 'other';
  return element('span', { class: `badge ${kind}` }, text);
}

/** @param {number} since milliseconds since something */
export function ago(since) {
  const seconds = Math.floor(since / 1000);
  if (seconds < 2) {
    return 'just now';
  }
  if (seconds < 60) {
    return `${seconds} s ago`;
  }
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}
