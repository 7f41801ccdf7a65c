/** Elements of the page. Texts become text nodes, so that names and values from the API never become markup. */

const NOTICE_STAYS = 10_000; // milliseconds
let noticeEnds = 0;

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Creates an element.
 *
 * @param {string} name name of the element
 * @param {Record<string, unknown>} [attributes] attributes; a function listens to the event of its name, and false, null and undefined are omitted
 * @param {...(Child | Child[])} children contents; null, undefined and false are omitted
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key, /** @type {EventListener} */ (value));
    } else if (value === true) {
      node.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, String(value));
    }
  }
  node.append(...children.flat().filter(isShown).map((child) => (child instanceof Node ? child : String(child))));
  return node;
}

/**
 * Returns a function that runs the action, unless its run before has not ended, as in a double click.
 *
 * @param {() => unknown} action
 */
export function oneAtATime(action) {
  let isBusy = false;
  return async () => {
    if (isBusy) {
      return;
    }
    isBusy = true;
    try {
      await action();
    } finally {
      isBusy = false;
    }
  };
}

/**
 * Replaces the contents of an element. The focus, and disclosures that are open, stay where an element with the same `data-key` follows; otherwise
 * the focus moves to the heading of the section.
 *
 * @param {HTMLElement} parent
 * @param {...Child} children
 */
export function replace(parent, ...children) {
  const focused = document.activeElement;
  const key = parent.contains(focused) ? focused?.closest('[data-key]')?.getAttribute('data-key') : null;
  const open = [...parent.querySelectorAll('details[open][data-key]')].map((details) => details.getAttribute('data-key'));
  parent.replaceChildren(...children.filter(isShown).map((child) => (child instanceof Node ? child : String(child))));
  const keyed = [...parent.querySelectorAll('[data-key]')];
  for (const details of keyed.filter((node) => open.includes(node.getAttribute('data-key')))) {
    details.setAttribute('open', '');
  }
  if (key !== null) {
    const successor = keyed.find((node) => node.getAttribute('data-key') === key);
    const target = successor instanceof HTMLDetailsElement ? successor.firstElementChild : successor;
    (target ?? parent.closest('section')?.querySelector('h2'))?.focus();
  }
}

/**
 * Announces the result of an action for some seconds, to screen readers as well.
 *
 * @param {string} text
 */
export function notify(text) {
  const notice = document.getElementById('notice');
  if (notice) {
    notice.textContent = text;
    clearTimeout(noticeEnds);
    noticeEnds = setTimeout(() => notice.replaceChildren(), NOTICE_STAYS);
  }
}

/** @param {Child} child */
function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}
