/** Forms and their fields. */
import { element, oneAtATime } from './dom.js';

const MAX_LENGTH = 256; // of a password

/**
 * Creates a field with its label.
 *
 * @param {string} name
 * @param {Record<string, unknown>} attributes attributes of the input
 */
export function field(name, attributes) {
  const input = /** @type {HTMLInputElement} */ (element('input', { maxlength: MAX_LENGTH, ...attributes }));
  return { input, label: element('label', { class: 'field' }, element('span', {}, name), input) };
}

/**
 * Creates a form that fills the page and tells why it was refused.
 *
 * @param {string} title
 * @param {string} reason text above the contents; may be empty
 * @param {import('./dom.js').Child[]} contents
 * @param {string} label text of its button
 * @param {() => Promise<void>} submit throws if it is refused
 */
export function form(title, reason, contents, label, submit) {
  const problem = element('p', { class: 'problem', role: 'alert' }, reason);
  const submitOnce = oneAtATime(async () => {
    try {
      await submit();
    } catch (failure) {
      problem.textContent = failure.message;
    }
  });
  return element(
    'form',
    {
      class: 'login',
      submit: (event) => {
        event.preventDefault();
        void submitOnce();
      },
    },
    element('h1', { tabindex: -1 }, title),
    problem,
    contents,
    element('button', { type: 'submit', class: 'primary' }, label),
  );
}
