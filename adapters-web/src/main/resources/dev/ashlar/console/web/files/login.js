/** Login form, also with a second factor. */
import { element, replace } from './dom.js';
import { field, form } from './form.js';
import { Problem } from './http.js';
import * as session from './session.js';

const CODE_REQUIRED = 'identity.second-factor-required';
const CODE_PROMPT = 'This account has a second factor. Enter a code of the authenticator app, or a recovery code.';

/**
 * Shows the form.
 *
 * @param {HTMLElement} main place of the form
 * @param {string} reason text above the fields, such as the end of a session; may be empty
 * @param {() => Promise<void>} enter called after the login
 */
export function showLogin(main, reason, enter) {
  const email = field('Email address', { type: 'email', autocomplete: 'username', required: true });
  const password = field('Password', { type: 'password', autocomplete: 'current-password', required: true });
  const code = field('Code', { type: 'text', autocomplete: 'one-time-code' });
  code.label.hidden = true;

  const submit = async () => {
    try {
      await session.logIn(email.input.value, password.input.value, code.input.value.trim());
    } catch (failure) {
      const needsCode = failure instanceof Problem && failure.code === CODE_REQUIRED;
      if (needsCode) {
        code.label.hidden = false;
        code.input.required = true;
      }
      (code.label.hidden ? password : code).input.focus();
      throw needsCode ? new Problem(failure.status, failure.code, CODE_PROMPT) : failure;
    }
    await enter();
  };
  const contents = [element('p', {}, 'For administrators.'), email.label, password.label, code.label];
  replace(main, form('Log in', reason, contents, 'Log in', submit));
  email.input.focus();
}
