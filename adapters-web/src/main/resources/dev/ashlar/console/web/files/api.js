/** Requests of the logged-in administrator. An expired access token is replaced, and the request is sent again. */
import { Problem, query, send } from './http.js';
import * as session from './session.js';

/**
 * Reads a resource.
 *
 * @param {string} path path below the root of the API
 * @param {Record<string, string | number | boolean | null | undefined>} [parameters] query; those without a value are omitted
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function get(path, parameters = {}, signal) {
  return call('GET', path + query(parameters), signal);
}

/**
 * Calls an operation.
 *
 * @param {string} path path below the root of the API
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export function post(path, body) {
  return call('POST', path, undefined, body);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @param {unknown} [body]
 */
async function call(method, path, signal, body) {
  const token = session.token();
  try {
    return await send(method, path, { body, token, signal });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) {
      throw problem;
    }
  }
  if (session.token() === token) {
    await session.refresh();
  }
  return send(method, path, { body, token: session.token(), signal });
}
