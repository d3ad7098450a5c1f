/**
 * Runs in the page before its own scripts. Records when the list was painted, the layout shift, the long tasks,
 * and the time from a click to the next paint.
 * @param {string} row a selector for the rows of the list
 */
export function recordMetrics(row) {
  const metrics = { list: 0, shift: 0, long: [], presses: new Map() };
  Object.assign(window, { metrics });
  const observe = (type, onEntry, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({
      type,
      buffered: true,
      ...more,
    });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) metrics.shift += value;
  });
  observe('longtask', ({ startTime, duration }) =>
    metrics.long.push([startTime, startTime + duration]),
  );
  // Interaction to next paint: the longest event of an interaction. The browser reports only the first one below 16 ms.
  const press = ({ interactionId, duration }) => {
    if (!interactionId) return;
    metrics.presses.set(interactionId, Math.max(metrics.presses.get(interactionId) ?? 0, duration));
  };
  observe('event', press, { durationThreshold: 16 });
  observe('first-input', press);

  const observeRoot = (root) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector(row)) return;
      observer.disconnect();
      // A message after the next frame arrives when the new nodes have been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (!metrics.list) window.listIsShown((metrics.list = performance.now()));
        };
        port2.postMessage(0);
      });
    });
    observer.observe(root, { childList: true, subtree: true });
  };
  observeRoot(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    observeRoot(root);
    return root;
  };
}
