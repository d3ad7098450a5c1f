import assert from 'node:assert/strict';

/** The facts that the text must contain for the debts in ledger.js. */
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

/** The only amounts that the text may contain. */
const AMOUNTS = ['0,00', '70,00', '192,56', '230,00', '262,56', '492,56'];

/** Asserts that the text is legible and the controls can be pressed. */
export function assertLegible({ words, shown, row, defects, smallest, around }) {
  assert.ok(shown, 'nothing is shown');
  assert.deepEqual(defects, []);
  assert.match(row, /^(grid|flex)$/, 'a row has its styles');
  // If the page's own text is smaller, not much smaller than that.
  const least = Math.min(12, 0.85 * around);
  assert.ok(smallest >= least, `${smallest} px, where the page has ${around} px: ${words}`);
}

/**
 * Asserts that all debts are legible, their controls can be pressed, and the console is empty.
 * @param {string} baseline the text of the widget in an unmodified page
 */
export function assertWorks(
  { inspections, messages },
  { ignoredMessages, problems = [] },
  baseline,
) {
  assert.deepEqual(
    messages.filter((line) => !ignoredMessages?.test(line)),
    [],
  );
  assert.ok(inspections.length);
  for (const one of inspections) {
    // The page's styles can make it all capitals.
    assert.equal(one.words.toLowerCase(), baseline.toLowerCase());
    const missing = FACTS.filter((fact) => !baseline.includes(fact));
    assert.deepEqual(missing, [], one.words);
    assert.equal(one.rows, 3);
    assert.deepEqual(one.problems, problems);
    assertLegible(one);
  }
}

/** Asserts that the console says why the widget does not work, and that the widget shows nothing wrong. */
export function assertWarns({ inspections: [{ words }], messages }, pattern) {
  assert.ok(
    messages.some((line) => pattern.test(line)),
    `the console has no message like ${pattern}, only: ${messages.join('; ')}; shown: ${words}`,
  );
  assert.doesNotMatch(words, /ingen mellemværender/i);
  for (const [, amount] of words.matchAll(/([\d.,]+) kr/g))
    assert.ok(AMOUNTS.includes(amount), words);
}
