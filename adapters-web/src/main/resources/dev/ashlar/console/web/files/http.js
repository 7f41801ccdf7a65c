/** Requests to the API. */

const ROOT = '/api/v1';
const READ_AFTER = 'Read-After';
const TIMEOUT = 30_000; // milliseconds; statements of the server end after 10 seconds

/**
 * Greatest position of the answers so far, with which a replica that answers shows the changes of this tab; empty after a change that was refused
 * or has no answer: the primary alone shows what it met, or what it did.
 */
let position = '';

/** Refusal by the API, or a request that got no answer. The message is for the user. */
export class Problem extends Error {
  /**
   * @param {number} status status of the answer; 0 without one
   * @param {string} code code of the problem; empty without one
   * @param {string} message what has happened, and what to do
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Sends a request.
 *
 * @param {string} method
 * @param {string} path path below the root of the API
 * @param {{body?: unknown, token?: string | null, signal?: AbortSignal}} [options]
 * @returns {Promise<any>} body of the answer; null if it has none
 * @throws {Problem} if the API refuses the request or does not answer
 */
export async function send(method, path, { body, token, signal } = {}) {
  const headers = new Headers({ Accept: 'application/json' });
  if (token) {
    headers.set('Authorization', `Bearer ${token}`);
  }
  if (position !== '') {
    headers.set(READ_AFTER, position);
  }
  if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  const changes = method !== 'GET';
  const timeout = AbortSignal.timeout(TIMEOUT);
  let answer;
  let text;
  try {
    answer = await fetch(ROOT + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      cache: 'no-store',
      credentials: 'omit',
    });
    const told = answer.headers.get(READ_AFTER) ?? '';
    if (changes && !answer.ok) {
      position = '';
    } else {
      position = told > position ? told : position;
    }
    text = await answer.text();
  } catch (failure) {
    if (changes) {
      position = '';
    }
    if (signal?.aborted) {
      throw failure;
    }
    throw new Problem(0, '', 'The server does not answer. The next attempt follows by itself.');
  }
  if (!answer.ok) {
    throw problemOf(answer.status, text);
  }
  return text === '' ? null : JSON.parse(text);
}

/**
 * @param {number} status
 * @param {string} text problem details (RFC 9457), unless something between has answered
 */
function problemOf(status, text) {
  let details = {};
  try {
    details = JSON.parse(text);
  } catch {
    // the status alone has to do
  }
  const code = String(details.type ?? '').replace('/problems/', '');
  const detail = details.detail ?? `The server answered with status ${status}.`;
  const fields = (details.errors ?? [])
    .filter(({ message }) => !detail.includes(message))
    .map(({ pointer, message }) => `${pointer.replace(/^\//, '')} ${message}`);
  return new Problem(status, code, [detail, ...fields].join(' '));
}

/**
 * Writes a query. Parameters without a value are omitted.
 *
 * @param {Record<string, string | number | boolean | null | undefined>} parameters
 */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
