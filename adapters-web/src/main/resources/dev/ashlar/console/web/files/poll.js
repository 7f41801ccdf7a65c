/** Task that is repeated while the tab is visible. A run begins only after the one before has ended. */
export class Poll {
  /** @type {AbortController | null} */
  #run = null;
  #timer = 0;
  #isPaused = false;
  #ended = new AbortController();

  /**
   * @param {(signal: AbortSignal) => Promise<void>} task handles its failures
   * @param {number} seconds pause after each run; 0 means that the task runs on demand only
   */
  constructor(task, seconds) {
    this.task = task;
    this.seconds = seconds;
    const options = { signal: this.#ended.signal };
    document.addEventListener('visibilitychange', () => this.#followVisibility(), options);
  }

  /**
   * Runs the task now, unless it has ended. A run under way is dropped, because it may have asked for something else.
   *
   * @param {(signal: AbortSignal) => Promise<void>} [task] runs this time in place of the repeated one
   */
  async restart(task = this.task) {
    if (this.#ended.signal.aborted) {
      return;
    }
    this.#run?.abort();
    clearTimeout(this.#timer);
    const run = new AbortController();
    this.#run = run;
    try {
      await task(run.signal);
    } finally {
      if (this.#run === run) {
        this.#run = null;
        this.#schedule();
      }
    }
  }

  /** Stops repeating until the next restart. */
  pause() {
    this.#isPaused = true;
    this.#run?.abort();
    this.#run = null;
    clearTimeout(this.#timer);
  }

  /** Repeats again, beginning now. */
  resume() {
    this.#isPaused = false;
    return this.restart();
  }

  /** Ends it for good. */
  end() {
    this.pause();
    this.#ended.abort();
  }

  #followVisibility() {
    clearTimeout(this.#timer);
    if (!document.hidden && !this.#isPaused && this.seconds > 0 && this.#run === null) {
      void this.restart();
    }
  }

  #schedule() {
    if (this.seconds > 0 && !this.#isPaused && !document.hidden) {
      this.#timer = setTimeout(() => void this.restart(), this.seconds * 1000);
    }
  }
}
