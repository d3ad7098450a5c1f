/**
 * Runs in the page after Sinon and before other scripts. The test controls the clock and the visibility, and counts
 * requests and resources. The network is real.
 * @param {number} now the time at which the page is opened, in milliseconds since 1970
 */
export function controlPage(now) {
  const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'];
  const clock = window.sinon.useFakeTimers({ now, toFake });
  const requests = { '/fees': 0, '/pay': 0, '/fbi': 0, hidden: 0 };
  const pending = new Set();
  let channels = 0;
  let hidden = false;

  const track = (promise) => {
    pending.add(promise);
    const end = () => pending.delete(promise);
    promise.then(end, end);
    return promise;
  };

  const { fetch: realFetch } = window;
  window.fetch = (url, request) => {
    requests[url]++;
    if (hidden) requests.hidden++;
    return track(
      realFetch(url, request).then((answer) => {
        const text = answer.text.bind(answer);
        answer.text = () => (controls.hangs ? text() : track(text()));
        return answer;
      }),
    );
  };

  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      channels++;
    }
    close() {
      super.close();
      channels--;
    }
  };

  Object.defineProperties(Document.prototype, {
    hidden: { get: () => hidden },
    visibilityState: { get: () => (hidden ? 'hidden' : 'visible') },
  });

  // Schedules a task that does not depend on the fake clock.
  const { port1, port2 } = new MessageChannel();
  const task = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });

  const controls = {
    /** Whether response bodies never end. Then `settle` does not wait for them. */
    hangs: false,
    get requests() {
      return { ...requests };
    },
    get now() {
      return Date.now();
    },
    setTime: (instant) => clock.setSystemTime(instant),
    /** Waits until all requests have responses, and these are rendered. */
    async settle() {
      for (let idleTasks = 0; idleTasks < 3; idleTasks++) {
        if (pending.size) {
          await Promise.allSettled(pending);
          idleTasks = 0;
        }
        await task();
      }
    },
    /** Advances the clock timer by timer, and settles after each. */
    async advance(milliseconds) {
      await controls.settle();
      let over = false;
      setTimeout(() => (over = true), milliseconds);
      while (!over) {
        clock.next();
        await controls.settle();
      }
    },
    async setVisible(visible) {
      hidden = !visible;
      document.dispatchEvent(new Event('visibilitychange'));
      await controls.settle();
    },
    /** Leaves the page, and restores it from the back-forward cache with this query. */
    async restoreFromCache(query = '') {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      if (query) history.replaceState(null, '', `?${query}`);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await controls.settle();
    },
    /** The timers, channels and locks that are in use. */
    async resources() {
      // Lets animation frames and short timers finish.
      await new Promise(requestAnimationFrame);
      await controls.advance(1);
      const { held, pending } = await navigator.locks.query();
      return { timers: clock.countTimers(), channels, locks: held.length + pending.length };
    },
  };
  window.controls = controls;
}
