/** The console: login, navigation, and the view that the address names. */
import { get } from './api.js';
import { element, replace } from './dom.js';
import { showEnrollment } from './enroll.js';
import { showLogin } from './login.js';
import { button } from './panel.js';
import * as session from './session.js';
import { ai } from './view-ai.js';
import { audit } from './view-audit.js';
import { events } from './view-events.js';
import { health } from './view-health.js';
import { jobs } from './view-jobs.js';
import { kpis } from './view-kpis.js';
import { overview } from './view-overview.js';
import { requests } from './view-requests.js';
import { sync } from './view-sync.js';
import { wallets } from './view-wallets.js';

/** @typedef {{name: string, title: string, panels: () => import('./panel.js').Panel[]}} View */

/** @type {View[]} */
const VIEWS = [overview, health, requests, jobs, events, kpis, ai, wallets, sync, audit];

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const navigation = /** @type {HTMLElement} */ (document.getElementById('navigation'));
const account = /** @type {HTMLElement} */ (document.getElementById('account'));

/** @type {import('./panel.js').Panel[]} */
let open = [];
let isInside = false;

/** Number of the latest login or logout. An answer for which an earlier one waited is out of date. */
let turn = 0;

/** Enters the console after a login, unless the account may not use it. */
async function enter() {
  const mine = (turn += 1);
  try {
    const me = await get('/me');
    if (mine !== turn) {
      return;
    }
    replace(account, `${me.displayName} `, button('Log out', () => leave()));
    if (me.role !== 'admin') {
      refuse('No access', `Only administrators may use the console. ${me.email} has the role ${me.role}.`);
      return;
    }
    await get('/operations/incidents', { limit: 1 });
  } catch (problem) {
    if (mine !== turn) {
      return;
    }
    if (problem.code === 'auth.forbidden') {
      showEnrollment(main, enter);
    } else if (problem.status !== 401) { // without a session the login is shown already
      refuse('No answer', problem.message, button('Try again', () => enter()));
    }
    return;
  }
  if (mine !== turn) {
    return;
  }
  isInside = true;
  navigation.hidden = false;
  show();
  focusTitle();
}

/** Hides everything, ends the session, and shows the login. */
async function leave() {
  clear();
  const mine = turn;
  replace(main, element('p', { class: 'state', role: 'status' }, 'Logging out …'));
  let reason = 'You are logged out.';
  try {
    await session.logOut();
  } catch (problem) {
    reason = `You are logged out here. The session ends later on the server: ${problem.message}`;
  }
  if (mine === turn) {
    showLogin(main, reason, enter);
  }
}

/**
 * @param {string} title
 * @param {string} reason
 * @param {HTMLElement} [remedy]
 */
function refuse(title, reason, remedy) {
  document.title = `${title} – Ashlar console`;
  replace(main, element('h1', {}, title), element('p', { class: 'problem', role: 'alert' }, reason), remedy);
}

function clear() {
  turn += 1;
  isInside = false;
  open.forEach((panel) => panel.end());
  open = [];
  navigation.hidden = true;
  replace(account);
  document.title = 'Ashlar console';
}

/** Shows the view that the address names. */
function show() {
  const view = VIEWS.find(({ name }) => location.hash === `#/${name}`) ?? VIEWS[0];
  open.forEach((panel) => panel.end());
  open = view.panels();
  document.title = `${view.title} – Ashlar console`;
  replace(navigation, element('ul', {}, VIEWS.map((one) => link(one, one === view))));
  replace(main, element('h1', { tabindex: -1 }, view.title), ...open.map(({ node }) => node));
  open.forEach((panel) => void panel.begin());
}

/** Lets a screen reader begin with the title of the view. */
function focusTitle() {
  main.querySelector('h1')?.focus();
}

/**
 * @param {View} view
 * @param {boolean} isCurrent
 */
function link({ name, title }, isCurrent) {
  const attributes = { href: `#/${name}`, 'aria-current': isCurrent && 'page', 'data-key': `view:${name}` };
  return element('li', {}, element('a', attributes, title));
}

window.addEventListener('hashchange', () => {
  if (isInside) {
    show();
    focusTitle();
  }
});
document.addEventListener(session.SESSION_ENDED, () => {
  clear();
  showLogin(main, 'Your session has ended. Log in again.', enter);
});
document.getElementById('skip')?.addEventListener('click', (event) => {
  event.preventDefault(); // the address names the view
  main.focus();
});

session
  .resume()
  .then((isResumed) => (isResumed ? enter() : showLogin(main, '', enter)))
  .catch((problem) => showLogin(main, problem.message, enter));
