/*
 * Runs before everything else in a page of the gallery. Time stands still: what waits for a second or longer waits until
 * `gallery.pass(seconds)`. What the network still owes is counted in `gallery.underWay`.
 */
(() => {
  const { now: moment, forgetful } = document.currentScript.dataset;
  const Clock = Date;
  const { setTimeout: soon, clearTimeout: forget, fetch: ask } = window;
  // A wait of a random length is always nearly its longest.
  Math.random = () => 0.9;
  const waiting = new Map();
  let now = Clock.parse(moment);
  let lastId = 1e9;

  window.Date = class Date extends Clock {
    constructor(...given) {
      if (given.length) super(...given);
      else super(now);
    }
    static now() {
      return now;
    }
  };
  window.setTimeout = (act, delay = 0, ...given) => {
    if (delay < 1000) return soon(act, delay, ...given);
    waiting.set(++lastId, { due: now + delay, act: () => act(...given) });
    return lastId;
  };
  window.clearTimeout = (id) => void (waiting.delete(id) || forget(id));

  const gallery = { underWay: 0 };
  gallery.pass = (seconds) => {
    now += seconds * 1000;
    for (const [id, { due, act }] of waiting) {
      if (due > now) continue;
      waiting.delete(id);
      act();
    }
  };
  window.fetch = async (...given) => {
    gallery.underWay++;
    try {
      const response = await ask(...given);
      await response.clone().arrayBuffer();
      return response;
    } finally {
      gallery.underWay--;
    }
  };
  window.gallery = gallery;

  // A tab that has shown another state remembers its payment.
  sessionStorage.clear();
  if (forgetful) {
    Storage.prototype.setItem = () => {
      throw new DOMException('Nothing is kept', 'QuotaExceededError');
    };
  }
})();
