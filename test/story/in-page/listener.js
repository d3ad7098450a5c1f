/**
 * Runs before the element's script. Records the announcements of live regions in order.
 */
(() => {
  const LIVE = '[aria-live]';
  const KINDS = { polite: 'status', assertive: 'alert' };
  const { attachShadow } = Element.prototype;
  const wordsOf = (region) => region.innerText.replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim();

  /** The announcements: polite ones as `status: …`, assertive ones as `alert: …`. */
  window.announcements = [];
  /** Live regions that were rendered again with the same text. Some screen readers repeat them. */
  window.repeatedAnnouncements = [];

  function listen(root) {
    /** The last text of each region. */
    const lastText = new Map();
    const hear = (touched) => {
      for (const region of root.querySelectorAll(LIVE)) {
        const words = wordsOf(region);
        const before = lastText.get(region);
        lastText.set(region, words);
        const line = `${KINDS[region.getAttribute('aria-live')]}: ${words}`;
        if (words !== (before ?? '')) {
          if (words) window.announcements.push(line);
        } else if (before !== undefined && words && touched.has(region))
          window.repeatedAnnouncements.push(line);
      }
    };
    new MutationObserver((records) =>
      hear(
        new Set(
          records.flatMap(
            ({ target }) => (target.closest ? target : target.parentElement)?.closest(LIVE) ?? [],
          ),
        ),
      ),
    ).observe(root, { subtree: true, childList: true, characterData: true });
    // A text that has become visible.
    root.addEventListener('transitionend', () => hear(new Set()));
  }

  Element.prototype.attachShadow = function (...given) {
    const root = attachShadow.apply(this, given);
    listen(root);
    return root;
  };
})();
