/**
 * A clock on which timeouts and delays pass faster. It stands still while a response is expected, so that a busy machine
 * does not cause timeouts.
 */
{
  /** The speed while only timers are pending: 15 s take 0.75 s. */
  const SPEED = 20;
  /** The speed during a response in chunks. */
  const CHUNKED_SPEED = 3;
  const TICK = 20;
  const { monitor, clearTimeout } = window;
  const timers = new Map();
  let next = 1_000_000;
  let last = 0;
  let ticking;

  const speed = () => {
    if (monitor.isWaitingFor('answers')) return 0;
    return monitor.isWaitingFor('drips') ? CHUNKED_SPEED : SPEED;
  };

  const tick = () => {
    const now = performance.now();
    // Time in which the page did not run does not count.
    const passed = Math.min(now - last, 2 * TICK) * speed();
    last = now;
    for (const [id, timer] of timers) {
      timer.left -= passed;
      if (timer.left <= 0 && timers.delete(id)) timer.run();
    }
    if (!timers.size) ticking = clearInterval(ticking);
  };

  window.setTimeout = (run, delay = 0, ...args) => {
    const id = next++;
    if (!ticking) {
      last = performance.now();
      ticking = setInterval(tick, TICK);
    }
    timers.set(id, { left: delay, run: () => run(...args) });
    return id;
  };
  window.clearTimeout = (id) => void (timers.delete(id) || clearTimeout.call(window, id));
}
