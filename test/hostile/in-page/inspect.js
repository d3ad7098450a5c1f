/** Runs after monitor.js, with the same precautions. Inspects the element as a patron sees it. */
(() => {
  const { getComputedStyle, monitor } = window;

  const OUT_OF_SIGHT = '.hidden, style, svg, details:not([open]) > :not(summary)';
  const isHidden = (node) => !!node.parentElement.closest(OUT_OF_SIGHT);

  /** The left edge of one letter in a text node. */
  function leftOf(text, words, at) {
    const letter = document.createRange();
    const start = text.data.indexOf(words) + at;
    letter.setStart(text, start);
    letter.setEnd(text, start + 1);
    return letter.getBoundingClientRect().left;
  }

  /** The visible text nodes with their boxes and font sizes, in px. */
  function piecesIn(root) {
    const pieces = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.data.trim();
      if (!words || isHidden(node)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      const backwards = leftOf(node, words, 0) > leftOf(node, words, words.length - 1);
      // In wrapped text the last letter can be left of the first.
      const isWrapped = box.height > 2 * size;
      if (box.width)
        pieces[pieces.length] = { words, box, size, backwards: backwards && !isWrapped };
    }
    return pieces;
  }

  /** Whether two boxes are apart. With a line height of 1, boxes overlap in the space above and below letters. */
  function areApart({ box: a, size }, { box: b, size: other }) {
    const air = 0.5 * Math.min(size, other);
    return (
      a.right <= b.left + 1 ||
      b.right <= a.left + 1 ||
      a.bottom <= b.top + air ||
      b.bottom <= a.top + air
    );
  }

  /** Whether a click at its centre hits the target. */
  function isHit(target) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = target.getBoundingClientRect();
    let found = null;
    for (let root = document; root; root = found.shadowRoot) {
      const next = root.elementFromPoint(left + width / 2, top + height / 2);
      if (!next || next === found) break;
      found = next;
    }
    // A closed root cannot be searched from outside.
    const inClosed = target.getRootNode().host.getRootNode().mode === 'closed';
    return target.contains(found) || (inClosed && !found.shadowRoot);
  }

  function defectsOf(element, pieces, actions) {
    const host = element.getBoundingClientRect();
    const defects = [];
    const add = (what) => (defects[defects.length] = what);
    for (let at = 0; at < pieces.length; at++) {
      const { words, box, backwards } = pieces[at];
      if (backwards) add(`right to left: ${words}`);
      if (box.left < host.left - 1 || box.right > host.right + 1) add(`overflows: ${words}`);
      for (let next = at + 1; next < pieces.length; next++) {
        const other = pieces[next];
        if (!areApart(pieces[at], other)) add(`overlaps: ${words} / ${other.words}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) add(`scrolls sideways: ${scrollWidth} px in ${clientWidth}`);
    for (let at = 0; at < actions.length; at++) {
      const { height } = actions[at].getBoundingClientRect();
      if (height < 44) add(`${actions[at].part}: only ${height} px high`);
      if (!isHit(actions[at])) add(`${actions[at].part}: covered`);
    }
    return defects;
  }

  function problemsOf({ problems }) {
    const settings = [];
    for (let at = 0; at < problems.length; at++) settings[at] = problems[at].setting;
    return settings;
  }

  monitor.inspect = (element) => {
    const base = monitor.findPart(element, 'base');
    if (!base) return { words: '', shown: false };
    const root = element.shadowRoot;
    const row = monitor.findPart(element, 'debt');
    const actions = root.querySelectorAll('[part~="action"]');
    const pieces = piecesIn(root);
    let smallest = Infinity;
    for (let at = 0; at < pieces.length; at++) {
      if (pieces[at].size < smallest) smallest = pieces[at].size;
    }
    return {
      shown: pieces.length > 0,
      words: base.innerText.replace(/\s+/g, ' '),
      row: row && getComputedStyle(row).display,
      rows: root.querySelectorAll('[part="debt"]').length,
      defects: defectsOf(element, pieces, actions),
      smallest,
      around: parseFloat(getComputedStyle(element).fontSize),
      problems: problemsOf(element),
    };
  };
})();
