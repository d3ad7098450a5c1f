/** After witness.js, and as careful: what a patron has before them, and what is wrong with it. */
(() => {
  const { getComputedStyle, witness } = window;

  const OUT_OF_SIGHT = '.hidden, style, svg, details:not([open]) > :not(summary)';
  const isHidden = (node) => !!node.parentElement.closest(OUT_OF_SIGHT);

  /** Where one letter of the words in a text begins. */
  function leftOf(text, words, at) {
    const letter = document.createRange();
    const start = text.data.indexOf(words) + at;
    letter.setStart(text, start);
    letter.setEnd(text, start + 1);
    return letter.getBoundingClientRect().left;
  }

  /** Every piece of text on the screen: where it is, and how large, in px. */
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
      // In what is broken into lines the last letter may well stand to the left of the first.
      const broken = box.height > 2 * size;
      if (box.width) pieces[pieces.length] = { words, box, size, backwards: backwards && !broken };
    }
    return pieces;
  }

  /** Lines of 1 lie close, and the room over and under letters is no letters. */
  function areApart({ box: a, size }, { box: b, size: other }) {
    const air = 0.5 * Math.min(size, other);
    return (
      a.right <= b.left + 1 ||
      b.right <= a.left + 1 ||
      a.bottom <= b.top + air ||
      b.bottom <= a.top + air
    );
  }

  /** Whether a press in the middle of it presses it, and nothing that lies over it. */
  function isHit(target) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = target.getBoundingClientRect();
    let found = null;
    for (let root = document; root; root = found.shadowRoot) {
      const next = root.elementFromPoint(left + width / 2, top + height / 2);
      if (!next || next === found) break;
      found = next;
    }
    // Nobody can look into a closed root from outside.
    const inClosed = target.getRootNode().host.getRootNode().mode === 'closed';
    return target.contains(found) || (inClosed && !found.shadowRoot);
  }

  function faultsOf(element, pieces, actions) {
    const host = element.getBoundingClientRect();
    const faults = [];
    const fault = (what) => (faults[faults.length] = what);
    for (let at = 0; at < pieces.length; at++) {
      const { words, box, backwards } = pieces[at];
      if (backwards) fault(`from right to left: ${words}`);
      if (box.left < host.left - 1 || box.right > host.right + 1) fault(`sticks out: ${words}`);
      for (let next = at + 1; next < pieces.length; next++) {
        const other = pieces[next];
        if (!areApart(pieces[at], other)) fault(`over each other: ${words} / ${other.words}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) fault(`scrolls sideways: ${scrollWidth} px in ${clientWidth}`);
    for (let at = 0; at < actions.length; at++) {
      const { height } = actions[at].getBoundingClientRect();
      if (height < 44) fault(`${actions[at].part}: only ${height} px high`);
      if (!isHit(actions[at])) fault(`${actions[at].part}: something lies over it`);
    }
    return faults;
  }

  function problemsOf({ problems }) {
    const settings = [];
    for (let at = 0; at < problems.length; at++) settings[at] = problems[at].setting;
    return settings;
  }

  witness.look = (element) => {
    const base = witness.partIn(element, 'base');
    if (!base) return { words: '', shown: false };
    const root = element.shadowRoot;
    const row = witness.partIn(element, 'debt');
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
      faults: faultsOf(element, pieces, actions),
      smallest,
      around: parseFloat(getComputedStyle(element).fontSize),
      problems: problemsOf(element),
    };
  };
})();
