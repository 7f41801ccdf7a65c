/** Panel of a view: an answer of the API that is loading, empty, shown, or refused, and its age. */
import { Poll } from './poll.js';
import { Problem } from './http.js';
import { age, renew } from './age.js';
import { element, notify, oneAtATime, replace } from './dom.js';

/** @typedef {import('./dom.js').Child} Child */

/**
 * @typedef {object} PanelOptions
 * @property {string} title
 * @property {(signal: AbortSignal) => Promise<any>} load asks the API
 * @property {(data: any, panel: Panel) => Child[]} render shows an answer
 * @property {(data: any) => boolean} [isEmpty] true if there is nothing to show
 * @property {string} [empty] text for that case
 * @property {number} [seconds] pause between two requests; 0 means that it asks on demand only
 * @property {string} [prompt] text until the user asks for the first request; without it the request is sent at once
 * @property {Child[]} [controls] fields and buttons beside the title
 */

let panels = 0;

/** Panel that loads its contents again and again. */
export class Panel {
  /** @type {string | null} */
  #shown = null;
  #body = element('div', { class: 'body' });
  #problem = element('div', { class: 'problem', role: 'alert' });
  #refusal = element('div', { class: 'problem', role: 'alert' });
  #age = age();
  #poll;

  /** @param {PanelOptions} options */
  constructor(options) {
    this.options = options;
    const id = `panel-${(panels += 1)}`;
    this.heading = element('h2', { id, tabindex: -1 }, options.title);
    this.node = element(
      'section',
      { class: 'panel', 'aria-labelledby': id },
      element('div', { class: 'panel-top' }, this.heading, element('div', { class: 'controls' }, options.controls ?? [])),
      this.#refusal,
      this.#problem,
      this.#body,
      this.#age,
    );
    this.#poll = new Poll((signal) => this.#load(signal), options.seconds ?? 15);
  }

  /** Begins to load the contents, unless that waits for the user. */
  async begin() {
    if (this.options.prompt === undefined) {
      await this.restart();
    } else {
      replace(this.#body, element('p', { class: 'state' }, this.options.prompt));
    }
  }

  /** Loads the contents now. */
  restart() {
    return this.#poll.restart();
  }

  /**
   * Loads other data, shows it, and stops loading until `resume`. The data is dropped if the panel is loaded anew meanwhile.
   *
   * @param {(signal: AbortSignal) => Promise<any>} load
   * @param {string} note text beside the age
   */
  hold(load, note) {
    return this.#poll.restart(async (signal) => {
      try {
        const data = await load(signal);
        if (!signal.aborted) {
          this.#show(data, note);
          this.#poll.pause();
        }
      } catch (failure) {
        if (!signal.aborted) {
          throw failure;
        }
      }
    });
  }

  /** Loads again and again, beginning now. */
  resume() {
    return this.#poll.resume();
  }

  /** Ends the panel for good. */
  end() {
    this.#poll.end();
  }

  /**
   * Runs an action of the user. If it is refused, the reason stays until the next action.
   *
   * @param {() => Promise<unknown>} action
   * @param {string} [done] result to announce, after which the contents are loaded anew
   */
  async act(action, done = '') {
    try {
      this.#refusal.textContent = '';
      await action();
    } catch (failure) {
      this.#refusal.textContent = textOf(failure);
      return;
    }
    if (done !== '') {
      notify(done);
      await this.resume();
    }
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    if (this.#shown === null && this.#problem.textContent === '') {
      replace(this.#body, element('p', { class: 'state' }, 'Loading …'));
    }
    try {
      const data = await this.options.load(signal);
      if (!signal.aborted) {
        this.#show(data, '');
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.#refuse(failure);
      }
    }
  }

  #show(data, note) {
    const text = JSON.stringify(data) + note;
    if (text !== this.#shown) {
      const isEmpty = this.options.isEmpty?.(data) ?? false;
      replace(
        this.#body,
        ...(isEmpty ? [element('p', { class: 'state' }, this.options.empty)] : this.options.render(data, this)),
      );
      this.#shown = text; // only now: contents that cannot be shown stay a failure
    }
    this.#problem.textContent = '';
    renew(this.#age, note);
  }

  /** Tells a failure once, however often it repeats; earlier contents stay. */
  #refuse(failure) {
    const text = textOf(failure);
    if (this.#problem.textContent !== text) {
      this.#problem.textContent = text;
    }
    if (this.#shown === null) {
      replace(this.#body);
    }
  }
}

/** @param {unknown} failure */
function textOf(failure) {
  if (failure instanceof Problem) {
    return failure.message;
  }
  console.error(failure);
  return 'The console has failed. Reload the page.';
}

/**
 * Creates a button. Presses before the end of the one before are ignored.
 *
 * @param {string} label
 * @param {() => unknown} press
 * @param {{key?: string, description?: string}} [options] key that keeps the focus when the panel is shown anew, and a full name where the
 *     label alone is ambiguous
 */
export function button(label, press, { key, description } = {}) {
  return element('button', { type: 'button', click: oneAtATime(press), 'data-key': key, 'aria-label': description }, label);
}

/**
 * Creates a field to choose a value.
 *
 * @param {string} label
 * @param {[string, string][]} choices values and their texts
 * @param {(value: string) => void} choose
 */
export function choice(label, choices, choose) {
  const options = choices.map(([value, text]) => element('option', { value }, text));
  const select = element('select', { change: (event) => choose(event.target.value) }, options);
  return element('label', { class: 'field' }, element('span', {}, label), select);
}
