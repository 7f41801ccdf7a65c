/** Events that have not reached their listeners, and a retry of failed ones. */
import { post } from './api.js';
import { element } from './dom.js';
import { badge, number, time } from './format.js';
import { list } from './list.js';
import { button } from './panel.js';

/** @type {import('./main.js').View} */
export const events = { name: 'events', title: 'Events', panels: () => [outstanding()] };

function outstanding() {
  return list({
    title: 'Outstanding events',
    caption: 'Outstanding events, oldest first',
    path: '/operations/events',
    seconds: 5,
    empty: 'All events have reached their listeners.',
    columns: (panel) => [
      { label: 'Listener', value: ({ listener }) => listener },
      { label: 'Event', value: ({ eventType }) => eventType.split('.').at(-1) },
      { label: 'Delivery', value: ({ delivery }) => badge(delivery) },
      { label: 'Attempts', isNumber: true, value: ({ attempts }) => number(attempts) },
      { label: 'Published', value: ({ publishedAt }) => time(publishedAt) },
      { label: 'Last attempt', value: ({ lastAttemptAt }) => time(lastAttemptAt) },
      { label: 'Contents', value: ({ id, payload }) => contents(id, payload) },
      { label: 'Action', value: (event) => event.delivery === 'failed' && retry(event, panel) },
    ],
  });
}

function contents(id, payload) {
  return element('details', { 'data-key': `contents:${id}` }, element('summary', {}, 'Show'), element('pre', {}, payload));
}

function retry({ id, listener }, panel) {
  const action = () => post(`/operations/events/${id}/retry`);
  return button('Retry', () => panel.act(action, `The event goes to ${listener} within seconds.`), {
    key: `retry:${id}`,
    description: `Retry the event for ${listener}`,
  });
}
