/** Search in the audit log. */
import { element } from './dom.js';
import { field } from './form.js';
import { identifier, time } from './format.js';
import { list } from './list.js';

/** @type {import('./main.js').View} */
export const audit = { name: 'audit', title: 'Audit log', panels: () => [search()] };

function search() {
  const subject = field('Subject id', { type: 'text', autocomplete: 'off' });
  const actor = field('Actor id', { type: 'text', autocomplete: 'off' });
  const from = field('From', { type: 'datetime-local' });
  const to = field('To', { type: 'datetime-local' });
  let conditions = {};
  const panel = list({
    title: 'Changes',
    caption: 'Changes, latest first',
    path: '/operations/audit-log',
    seconds: 0,
    parameters: () => conditions,
    controls: [
      element(
        'form',
        {
          class: 'search',
          role: 'search',
          submit: (event) => {
            event.preventDefault();
            conditions = {
              subject: subject.input.value.trim(),
              actorId: actor.input.value.trim(),
              from: instant(from.input.value),
              to: instant(to.input.value),
            };
            void panel.resume();
          },
        },
        subject.label,
        actor.label,
        from.label,
        to.label,
        element('button', { type: 'submit' }, 'Search'),
      ),
    ],
    empty: 'No change meets these conditions.',
    columns: () => [
      { label: 'Time', value: ({ at }) => time(at) },
      { label: 'Table', value: ({ subjectType }) => subjectType },
      { label: 'Change', value: ({ id, before, after }) => changes(id, before, after) },
      { label: 'Action', value: ({ action }) => action },
      { label: 'Actor', value: ({ actorId }) => identifier(actorId) },
      { label: 'Subject', value: ({ subjectId }) => identifier(subjectId) },
      { label: 'Login', value: ({ login }) => login },
      { label: 'Trace', value: ({ traceId }) => identifier(traceId) },
    ],
  });
  return panel;
}

/** @param {string} local time in the zone of the browser; may be empty */
function instant(local) {
  return local === '' ? '' : new Date(local).toISOString();
}

/** Lists the columns that differ, with both values. */
function changes(id, before, after) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differing = names.filter((name) => text(before?.[name]) !== text(after?.[name]));
  return element(
    'details',
    { 'data-key': `change:${id}` },
    element('summary', {}, summary(before, after, differing.length)),
    element(
      'ul',
      { class: 'changes' },
      differing.map((name) => element('li', {}, `${name}: ${text(before?.[name])} → ${text(after?.[name])}`)),
    ),
  );
}

function summary(before, after, differing) {
  if (before === null) {
    return 'Row added';
  }
  if (after === null) {
    return 'Row removed';
  }
  return `${differing} ${differing === 1 ? 'column' : 'columns'} changed`;
}

function text(value) {
  return value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}
