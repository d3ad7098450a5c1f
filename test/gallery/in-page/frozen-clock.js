/*
 * Runs before all other scripts of a gallery page. The clock stands still: timers of a second or longer only fire on
 * `gallery.advance(seconds)`. `gallery.pendingRequests` counts the requests without a response.
 */
(() => {
  const { now: moment, storageFails } = document.currentScript.dataset;
  const Clock = Date;
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout, fetch: realFetch } = window;
  // Makes random delays predictable.
  Math.random = () => 0.9;
  const timers = new Map();
  let now = Clock.parse(moment);
  let lastId = 1e9;

  window.Date = class Date extends Clock {
    constructor(...args) {
      if (args.length) super(...args);
      else super(now);
    }
    static now() {
      return now;
    }
  };
  window.setTimeout = (act, delay = 0, ...args) => {
    if (delay < 1000) return realSetTimeout(act, delay, ...args);
    timers.set(++lastId, { due: now + delay, act: () => act(...args) });
    return lastId;
  };
  window.clearTimeout = (id) => void (timers.delete(id) || realClearTimeout(id));

  const gallery = { pendingRequests: 0 };
  gallery.advance = (seconds) => {
    now += seconds * 1000;
    for (const [id, { due, act }] of timers) {
      if (due > now) continue;
      timers.delete(id);
      act();
    }
  };
  window.fetch = async (...args) => {
    gallery.pendingRequests++;
    try {
      const response = await realFetch(...args);
      await response.clone().arrayBuffer();
      return response;
    } finally {
      gallery.pendingRequests--;
    }
  };
  window.gallery = gallery;

  // Removes the payment of the state that the tab showed before.
  sessionStorage.clear();
  if (storageFails) {
    Storage.prototype.setItem = () => {
      throw new DOMException('Storage is disabled', 'QuotaExceededError');
    };
  }
})();
