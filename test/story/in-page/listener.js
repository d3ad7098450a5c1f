/**
 * Runs before the element's script: hears what a screen reader is told without being asked, in the order in which it is.
 */
(() => {
  const LIVE = '[role=status], [role=alert], [aria-live]';
  const { attachShadow } = Element.prototype;
  const wordsOf = (region) => region.innerText.replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim();

  /** All that was said: `status: …`, politely, or `alert: …`, at once. */
  window.heard = [];
  /** What was drawn anew in a region that says the same as before: some screen readers would say it again. */
  window.saidAgain = [];

  function listen(root) {
    /** What each said last. */
    const said = new Map();
    new MutationObserver((records) => {
      const touched = new Set(
        records.flatMap(
          ({ target }) => (target.closest ? target : target.parentElement)?.closest(LIVE) ?? [],
        ),
      );
      for (const region of root.querySelectorAll(LIVE)) {
        const words = wordsOf(region);
        const before = said.get(region);
        said.set(region, words);
        const line = `${region.role ?? region.getAttribute('role')}: ${words}`;
        if (words !== (before ?? '')) {
          if (words) window.heard.push(line);
        } else if (before !== undefined && words && touched.has(region))
          window.saidAgain.push(line);
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
  }

  Element.prototype.attachShadow = function (...given) {
    const root = attachShadow.apply(this, given);
    listen(root);
    return root;
  };
})();
