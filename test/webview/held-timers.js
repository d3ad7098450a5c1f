/*
 * Runs in a page before its own scripts. Timers of 10 seconds, the widget's timeout for its app, run only when the test
 * calls `fireTimers`.
 */
export const holdTimers = () => {
  const { setTimeout, clearTimeout } = window;
  const held = new Map();
  let last = 1_000_000;
  window.setTimeout = (run, delay, ...args) => {
    if (delay !== 10_000) return setTimeout(run, delay, ...args);
    held.set(++last, run);
    return last;
  };
  window.clearTimeout = (id) => {
    if (!held.delete(id)) clearTimeout(id);
  };
  window.fireTimers = () => {
    const due = [...held.values()];
    held.clear();
    for (const run of due) run();
    return due.length;
  };
};

/** Runs all held timers. @returns how many timers ran */
export const fireTimers = (view) => view.evaluate(() => window.fireTimers());
