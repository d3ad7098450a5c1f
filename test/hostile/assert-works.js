import assert from 'node:assert/strict';

/** What there is to read of the debts in ledger.js, whatever the words around it. */
const FACTS = [
  '492,56',
  '262,56',
  '192,56',
  '24. december 2021',
  '70,00',
  '8. maj 2022',
  '230,00',
  '1. december 2021',
  'Mit Betalingsoverblik',
];

/** All that can truly be read of it. */
const AMOUNTS = ['0,00', '70,00', '192,56', '230,00', '262,56', '492,56'];

/** Nothing is wrong with what there is to see and to press. */
export function assertLegible({ words, shown, row, faults, smallest, around }) {
  assert.ok(shown, 'nothing is shown');
  assert.deepEqual(faults, []);
  assert.match(row, /^(grid|flex)$/, 'a row is dressed');
  // Where the page itself writes smaller, not much smaller than that.
  const least = Math.min(12, 0.85 * around);
  assert.ok(smallest >= least, `${smallest} px, where the page has ${around} px: ${words}`);
}

/**
 * All debts can be read and pressed, and the console has nothing to say.
 * @param {string} usual what can be read in a page that does nothing to it
 */
export function assertWorks({ seen, heard }, { noise, problems = [] }, usual) {
  assert.deepEqual(
    heard.filter((line) => !noise?.test(line)),
    [],
  );
  assert.ok(seen.length);
  for (const one of seen) {
    // A page may have it all in capitals.
    assert.equal(one.words.toLowerCase(), usual.toLowerCase());
    const missing = FACTS.filter((fact) => !usual.includes(fact));
    assert.deepEqual(missing, [], one.words);
    assert.equal(one.rows, 3);
    assert.deepEqual(one.problems, problems);
    assertLegible(one);
  }
}

/** It does not work, the console says why, and the patron is told nothing that is not so. */
export function assertSays({ seen: [{ words }], heard }, why) {
  assert.ok(
    heard.some((line) => why.test(line)),
    `the console says nothing of ${why}, only: ${heard.join('; ')}; shown: ${words}`,
  );
  assert.doesNotMatch(words, /ingen mellemværender/i);
  for (const [, amount] of words.matchAll(/([\d.,]+) kr/g))
    assert.ok(AMOUNTS.includes(amount), words);
}
