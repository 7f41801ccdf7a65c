/**
 * Session of the administrator. The access token is kept in memory, the refresh token in the storage of this tab, which no other origin can
 * read and which ends with the tab.
 */
import { Problem, send } from './http.js';

const REFRESH_TOKEN = 'ashlar.console.refresh-token';

/** Event of the document that follows when the session has ended on the server. */
export const SESSION_ENDED = 'console:session-ended';

/** @type {string | null} */
let accessToken = null;

/** @type {Promise<void> | null} */
let refreshing = null;

/** Returns the present access token; null before the login. */
export function token() {
  return accessToken;
}

/**
 * Logs in.
 *
 * @param {string} email
 * @param {string} password
 * @param {string} code code of the second factor; empty without one
 */
export async function logIn(email, password, code) {
  keep(await send('POST', '/auth/login', { body: code === '' ? { email, password } : { email, password, code } }));
}

/** Resumes the session of this tab after a reload. Returns false if there is none. */
export async function resume() {
  if (sessionStorage.getItem(REFRESH_TOKEN) === null) {
    return false;
  }
  try {
    await refresh();
    return true;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) {
      return false;
    }
    throw problem;
  }
}

/** Exchanges the refresh token. Calls at the same time share one request, because each token works once. */
export function refresh() {
  refreshing ??= exchange().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Ends the session, here and on the server. */
export async function logOut() {
  await refreshing?.catch(() => {}); // its tokens would otherwise be kept after the logout
  const refreshToken = sessionStorage.getItem(REFRESH_TOKEN);
  forget();
  if (refreshToken !== null) {
    await send('POST', '/auth/logout', { body: { refreshToken } });
  }
}

async function exchange() {
  const refreshToken = sessionStorage.getItem(REFRESH_TOKEN);
  if (refreshToken === null) {
    if (accessToken !== null) { // the storage of the tab was cleared
      end();
    }
    throw new Problem(401, 'identity.session-ended', 'You are logged out. Log in again.');
  }
  try {
    keep(await send('POST', '/auth/refresh', { body: { refreshToken } }));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) {
      end();
    }
    throw problem;
  }
}

/** @param {{accessToken: string, refreshToken: string}} tokens */
function keep(tokens) {
  accessToken = tokens.accessToken;
  sessionStorage.setItem(REFRESH_TOKEN, tokens.refreshToken);
}

function end() {
  forget();
  document.dispatchEvent(new Event(SESSION_ENDED));
}

function forget() {
  accessToken = null;
  sessionStorage.removeItem(REFRESH_TOKEN);
}
