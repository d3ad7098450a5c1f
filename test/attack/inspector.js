/*
 * Runs in the page of library.js. Renders elements, and reads their text in visual order, from left to right.
 */

/** The box of a letter. Engines also report empty boxes at the ends of reordered text. */
function placeOf(node, at) {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const [widest] = [...range.getClientRects()].sort((a, b) => b.width - a.width);
  return widest;
}

/** The letters of a paragraph in logical order, each with its centre if it is visible. */
function lettersIn(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const letters = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('.hidden')) continue;
    for (let at = 0; at < node.length; at++) {
      const place = placeOf(node, at);
      const isVisible = place?.width > 0;
      const x = isVisible && place.left + place.width / 2;
      const y = isVisible && place.top + place.height / 2;
      letters.push({ letter: node.data[at], isVisible, x, y });
    }
  }
  return letters;
}

/** The visible letters by line. Letters of different fonts on one line differ slightly in height. */
function linesOf(letters) {
  const lines = [];
  for (const one of letters.filter(({ isVisible }) => isVisible).sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && one.y - line[0].y < 10) line.push(one);
    else lines.push([one]);
  }
  return lines;
}

window.inspector = {
  /** Replaces the element by a new one with these debts. */
  async render({ attributes, config, fees, title, status = 200 }) {
    document.querySelector('ddb-debt-overview')?.remove();
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (config) element.config = config;
    // Prevents automatic retries.
    const headers = { 'Retry-After': '900' };
    if (fees) element.fetcher = async () => new Response(JSON.stringify(fees), { status, headers });
    if (title) {
      element.materialResolver = async (ids) => new Map(ids.map((id) => [id, title]));
    }
    document.body.append(element);
    await element.refresh();
    if (title) await window.inspector.settled();
  },

  /** Waits for the titles, which are requested after the list is rendered. */
  async settled() {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await new Promise((resolve) => setTimeout(resolve));
    await document.querySelector('ddb-debt-overview').updateComplete;
  },

  /** The structure without texts: elements, the names of their attributes, and their parts. */
  skeleton(root = document.querySelector('ddb-debt-overview').shadowRoot) {
    return [...root.children].map((child) => [
      child.localName,
      child.getAttributeNames().sort().join(' '),
      child.getAttribute('part'),
      window.inspector.skeleton(child),
    ]);
  },

  all: (selector) => [
    ...document.querySelector('ddb-debt-overview').shadowRoot.querySelectorAll(selector),
  ],

  /** The text of a paragraph in visual order. */
  read: (paragraph) =>
    linesOf(lettersIn(paragraph))
      .flatMap((line) => [...line.sort((a, b) => a.x - b.x), { letter: ' ' }])
      .map(({ letter }) => letter)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),

  /** Whether the text before and after a piece is in logical order, on the correct side. */
  isInOrder(paragraph, original) {
    const letters = lettersIn(paragraph);
    const words = letters.map(({ letter }) => letter).join('');
    // Only bidirectional control characters may have been removed.
    const piece = words.includes(original)
      ? original
      : original.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
    const from = words.indexOf(piece);
    if (from < 0) throw new Error(`no such piece in: ${words}`);
    // The order inside the piece does not matter, so all its letters have the same position.
    const positioned = letters.map((one, at) => ({
      ...one,
      place: at >= from && at < from + piece.length ? from : at,
    }));
    return linesOf(positioned).every((line) => {
      const visible = line.sort((a, b) => a.x - b.x);
      return visible.every(({ place }, at) => !at || place >= visible[at - 1].place);
    });
  },
};
