/*
 * Runs in the page of library.js: draws an element, and reads what is on the screen from left to right, as an eye does,
 * whatever order the letters have in the document.
 */

/** Where a letter stands. Engines give it an empty place besides, at the ends of what they have turned. */
function placeOf(node, at) {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const [widest] = [...range.getClientRects()].sort((a, b) => b.width - a.width);
  return widest;
}

/** The letters of a paragraph in the order they are written, each with where its middle stands, if it can be seen. */
function lettersIn(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const letters = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('.hidden')) continue;
    for (let at = 0; at < node.length; at++) {
      const place = placeOf(node, at);
      const isSeen = place?.width > 0;
      const x = isSeen && place.left + place.width / 2;
      const y = isSeen && place.top + place.height / 2;
      letters.push({ letter: node.data[at], isSeen, x, y });
    }
  }
  return letters;
}

/** The seen ones, line by line. A line is higher than letters of other fonts are beside each other. */
function linesOf(letters) {
  const lines = [];
  for (const one of letters.filter(({ isSeen }) => isSeen).sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && one.y - line[0].y < 10) line.push(one);
    else lines.push([one]);
  }
  return lines;
}

window.look = {
  /** An element of its own in the place of the last one. Its debts come from no network. */
  async draw({ attributes, config, fees, title, status = 200 }) {
    document.querySelector('ddb-debt-overview')?.remove();
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (config) element.config = config;
    // Nobody waits for another try.
    const headers = { 'Retry-After': '900' };
    if (fees) element.fetcher = async () => new Response(JSON.stringify(fees), { status, headers });
    if (title) {
      element.materialResolver = async (ids) => new Map(ids.map((id) => [id, title]));
    }
    document.body.append(element);
    await element.refresh();
    if (title) await window.look.settled();
  },

  /** Titles are asked for when the list has been seen. */
  async settled() {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await new Promise((resolve) => setTimeout(resolve));
    await document.querySelector('ddb-debt-overview').updateComplete;
  },

  /** What is there but for the words: elements, the names of their attributes, and their parts. */
  skeleton(root = document.querySelector('ddb-debt-overview').shadowRoot) {
    return [...root.children].map((child) => [
      child.localName,
      child.getAttributeNames().sort().join(' '),
      child.getAttribute('part'),
      window.look.skeleton(child),
    ]);
  },

  all: (selector) => [
    ...document.querySelector('ddb-debt-overview').shadowRoot.querySelectorAll(selector),
  ],

  /** What a paragraph reads, line by line from the left. */
  read: (paragraph) =>
    linesOf(lettersIn(paragraph))
      .flatMap((line) => [...line.sort((a, b) => a.x - b.x), { letter: ' ' }])
      .map(({ letter }) => letter)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),

  /** Whether what stands before and after a piece reads as it is written, on its own side of it. */
  isInOrder(paragraph, whole) {
    const letters = lettersIn(paragraph);
    const words = letters.map(({ letter }) => letter).join('');
    // What turns may have been taken out of it, nothing else.
    const piece = words.includes(whole)
      ? whole
      : whole.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
    const from = words.indexOf(piece);
    if (from < 0) throw new Error(`no such piece in: ${words}`);
    // What the piece does within itself is its own business: there all stand at the same place.
    const written = letters.map((one, at) => ({
      ...one,
      place: at >= from && at < from + piece.length ? from : at,
    }));
    return linesOf(written).every((line) => {
      const seen = line.sort((a, b) => a.x - b.x);
      return seen.every(({ place }, at) => !at || place >= seen[at - 1].place);
    });
  },
};
