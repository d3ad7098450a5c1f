/**
 * Runs in the page before its own scripts: when the list was on the screen, how far things moved, which tasks were long,
 * and how long the page took to paint after a press.
 */
export function watch() {
  const seen = { list: 0, shift: 0, long: [], presses: new Map() };
  Object.assign(window, { seen });
  const observe = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  observe('longtask', ({ startTime, duration }) =>
    seen.long.push([startTime, startTime + duration]),
  );
  // Interaction to next paint: the longest event of an interaction. The browser reports none below 16 ms but the first.
  const press = ({ interactionId, duration }) => {
    if (!interactionId) return;
    seen.presses.set(interactionId, Math.max(seen.presses.get(interactionId) ?? 0, duration));
  };
  observe('event', press, { durationThreshold: 16 });
  observe('first-input', press);

  const lookIn = (root) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector('li')) return;
      observer.disconnect();
      // After the next frame's work: what was put into the page has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (!seen.list) window.listIsShown((seen.list = performance.now()));
        };
        port2.postMessage(0);
      });
    });
    observer.observe(root, { childList: true, subtree: true });
  };
  lookIn(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (how) {
    const root = attachShadow.call(this, how);
    lookIn(root);
    return root;
  };
}
