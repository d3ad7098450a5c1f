/**
 * Returns the pages of each element of a tagged PDF. Chromium writes the tree of tags as plain text.
 * @param {Buffer} pdf
 */
export function pdfPages(pdf) {
  const text = pdf.toString('latin1');
  const elements = new Map();
  for (const [, id, body] of text.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    if (!/^<<\/Type \/StructElem/.test(body)) continue;
    const [, tag] = /\/S \/(\w+)/.exec(body) ?? [];
    const [, parent] = /\/P (\d+) 0 R/.exec(body) ?? [];
    elements.set(id, {
      tag,
      parent,
      own: [...body.matchAll(/\/Pg (\d+) 0 R/g)].map(([, page]) => page),
    });
  }
  // In document order, which is the order of the page numbers.
  const order = [
    ...new Set([...text.matchAll(/\n(\d+) 0 obj\n<<\/Type \/Page\n/g)].map(([, id]) => id)),
  ];
  const pages = new Map([...elements.keys()].map((id) => [id, new Set()]));
  for (const [id, { own }] of elements) {
    for (let at = id; elements.has(at); at = elements.get(at).parent) {
      for (const page of own) pages.get(at).add(order.indexOf(page) + 1);
    }
  }
  return {
    count: order.length,
    /** @param {RegExp} tags @returns {number[][]} */
    pagesOf: (tags) =>
      [...elements]
        .filter(([, { tag }]) => tags.test(tag))
        .map(([id]) => [...pages.get(id)].sort((one, other) => one - other)),
    elements,
    pages,
  };
}
