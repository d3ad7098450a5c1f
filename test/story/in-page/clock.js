/**
 * Runs before all other scripts. Fixes the clock at 27 November 2026, 11:00 in Copenhagen. Timers fire only when the test
 * calls `runNextTimer`.
 */
(() => {
  const NOW = Date.parse('2026-11-27T11:00:00+01:00');
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = window;
  /** The timeout of a request, in milliseconds. */
  const REQUEST_TIMEOUT = 15_000;
  let passed = 0;
  let last = 0;
  const waiting = new Map();

  window.Date = class extends Date {
    constructor(...given) {
      super(...(given.length ? given : [NOW]));
    }
    static now() {
      return NOW;
    }
  };
  window.setTimeout = (run, delay = 0, ...given) => {
    if (!(delay > 0)) return realSetTimeout(run, 0, ...given);
    waiting.set(--last, { run: () => run(...given), due: passed + delay, delay });
    return last;
  };
  window.clearTimeout = (id) => {
    if (!waiting.delete(id)) realClearTimeout(id);
  };

  /** Runs the next timer, except timeouts of requests. */
  window.runNextTimer = () => {
    const [next] = [...waiting]
      .filter(([, { delay }]) => delay !== REQUEST_TIMEOUT)
      .sort(([, a], [, b]) => a.due - b.due);
    if (!next) return;
    const [id, { run, due }] = next;
    waiting.delete(id);
    passed = due;
    run();
  };
})();
