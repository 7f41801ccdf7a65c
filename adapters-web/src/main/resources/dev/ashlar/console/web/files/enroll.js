/** Enrollment of a second factor, which the server may demand of administrators. */
import { post } from './api.js';
import { element, replace } from './dom.js';
import { field, form } from './form.js';
import { button } from './panel.js';

const PATH = '/me/second-factor';
const REASON = 'Administration needs a second factor here. Enroll an authenticator app.';

/**
 * Shows the form.
 *
 * @param {HTMLElement} main place of the form
 * @param {() => Promise<void>} enter called after the enrollment
 */
export function showEnrollment(main, enter) {
  const password = field('Password', { type: 'password', autocomplete: 'current-password', required: true });
  const submit = async () => {
    const { secret } = await post(PATH, { currentPassword: password.input.value });
    showConfirmation(main, secret, enter);
  };
  replace(main, form('Second factor', REASON, [password.label], 'Enroll', submit));
  password.input.focus();
}

function showConfirmation(main, secret, enter) {
  const code = field('Code of the app', { type: 'text', autocomplete: 'one-time-code', required: true });
  const submit = async () => {
    const { recoveryCodes } = await post(`${PATH}/confirm`, { code: code.input.value.trim() });
    showRecoveryCodes(main, recoveryCodes, enter);
  };
  const text = 'Add an account to the authenticator app with this secret. It is shown only here.';
  replace(main, form('Second factor', '', [element('p', {}, text), element('code', {}, secret), code.label], 'Confirm', submit));
  code.input.focus();
}

function showRecoveryCodes(main, codes, enter) {
  const text = 'The second factor is enabled. Keep these recovery codes; each replaces the app once. They are shown only here.';
  const go = button('Continue', () => enter());
  replace(
    main,
    element('h1', { tabindex: -1 }, 'Recovery codes'),
    element('p', {}, text),
    element('ul', { class: 'changes' }, codes.map((code) => element('li', {}, code))),
    go,
  );
  main.querySelector('h1')?.focus();
}
