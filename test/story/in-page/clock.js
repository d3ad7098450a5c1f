/**
 * Runs before every other script of the page: it is 27 November 2026, eleven o'clock in Copenhagen, and stays so. What is
 * to happen later happens when the test says so.
 */
(() => {
  const NOW = Date.parse('2026-11-27T11:00:00+01:00');
  const { setTimeout: soon, clearTimeout: notSoon } = window;
  /** So long a request may take. */
  const PATIENCE = 15_000;
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
    if (!(delay > 0)) return soon(run, 0, ...given);
    waiting.set(--last, { run: () => run(...given), due: passed + delay, delay });
    return last;
  };
  window.clearTimeout = (id) => {
    if (!waiting.delete(id)) notSoon(id);
  };

  /** Goes on to what is to happen next, but not to the end of a request's time. */
  window.storyNext = () => {
    const [next] = [...waiting]
      .filter(([, { delay }]) => delay !== PATIENCE)
      .sort(([, a], [, b]) => a.due - b.due);
    if (!next) return;
    const [id, { run, due }] = next;
    waiting.delete(id);
    passed = due;
    run();
  };
})();
