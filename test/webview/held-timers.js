/*
 * Runs in a page before its own scripts: timers of 10 seconds, for which the widget waits for its app, wait until the test
 * calls `ring`.
 */
export const holdTimers = () => {
  const { setTimeout, clearTimeout } = window;
  const held = new Map();
  let last = 1_000_000;
  window.setTimeout = (run, delay, ...given) => {
    if (delay !== 10_000) return setTimeout(run, delay, ...given);
    held.set(++last, run);
    return last;
  };
  window.clearTimeout = (id) => {
    if (!held.delete(id)) clearTimeout(id);
  };
  window.ring = () => {
    const due = [...held.values()];
    held.clear();
    for (const run of due) run();
    return due.length;
  };
};

/** The 10 seconds are over, for all that waits for them. @returns how many timers that were */
export const ring = (view) => view.evaluate(() => window.ring());
