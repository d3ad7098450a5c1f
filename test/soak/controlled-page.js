/**
 * Runs in the page before its own scripts, after Sinon's: its clock is turned by hand, its visibility set, and what it
 * asks and holds is counted. The network stays the real one.
 * @param {number} now when the page is opened, in milliseconds since 1970
 */
export function controlPage(now) {
  const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'];
  const clock = window.sinon.useFakeTimers({ now, toFake });
  const asked = { '/fees': 0, '/pay': 0, '/fbi': 0, hidden: 0 };
  const pending = new Set();
  let channels = 0;
  let hidden = false;

  const track = (promise) => {
    pending.add(promise);
    const end = () => pending.delete(promise);
    promise.then(end, end);
    return promise;
  };

  const { fetch: ask } = window;
  window.fetch = (url, request) => {
    asked[url]++;
    if (hidden) asked.hidden++;
    return track(
      ask(url, request).then((answer) => {
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

  // Tasks that no clock holds back.
  const { port1, port2 } = new MessageChannel();
  const task = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });

  const controls = {
    /** Answers begin and do not end: their ends are not waited for. */
    hangs: false,
    get requests() {
      return { ...asked };
    },
    get now() {
      return Date.now();
    },
    setTime: (instant) => clock.setSystemTime(instant),
    /** Everything that has been asked is answered, and drawn. */
    async settle() {
      for (let quiet = 0; quiet < 3; quiet++) {
        if (pending.size) {
          await Promise.allSettled(pending);
          quiet = 0;
        }
        await task();
      }
    },
    /** Time passes: each timer in its turn, and what it asks for is answered before the next. */
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
    /** The tab goes to another page, and comes back from the back-forward cache at this address. */
    async restoreFromCache(query = '') {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      if (query) history.replaceState(null, '', `?${query}`);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await controls.settle();
    },
    /** What is outstanding now. */
    async resources() {
      // What waits for the next picture, and a moment after it.
      await new Promise(requestAnimationFrame);
      await controls.advance(1);
      const { held, pending } = await navigator.locks.query();
      return { timers: clock.countTimers(), channels, locks: held.length + pending.length };
    },
  };
  window.controls = controls;
}
