import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { FLOODS } from './hostile-strings.js';
import { FEES } from './library.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** A debt with these words between two ordinary ones. */
const feesOf = (words) => [
  FEES[0],
  {
    ...FEES[1],
    reasonMessage: words,
    materials: [{ materialItemNumber: words, periodical: { displayText: words } }, {}],
  },
  FEES[2],
];

/** Runs in the page. Returns the defects of the layout. */
const layoutDefects = () => {
  const wrong = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide of ${clientWidth}`);
  for (const amount of window.inspector.all('[part=amount], [part=subtotal]')) {
    const range = document.createRange();
    range.selectNodeContents(amount);
    scrollBy(0, range.getBoundingClientRect().top - innerHeight / 2);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const over = document.querySelector('ddb-debt-overview').shadowRoot.elementFromPoint(x, y);
    // The label of the row covers the row, so that all of it can be pressed.
    const own = amount.closest('[part=debt]') ?? amount;
    if (!own.contains(over)) wrong.push(`${amount.textContent} is covered by ${over?.outerHTML}`);
    if (left < 0 || right > clientWidth) wrong.push(`${amount.textContent} is outside`);
  }
  return wrong;
};

for (const width of [390, 1280]) {
  test(`at ${width} px, long and unusual strings from the library system hide no amount`, async () => {
    await on.page.setViewportSize({ width, height: 844 });
    await on.open();
    const wrong = [];
    for (const [name, words] of Object.entries(FLOODS)) {
      const given = { attributes: on.library.attributes, fees: feesOf(words) };
      await on.page.evaluate((one) => window.inspector.render(one), given);
      wrong.push(...(await on.page.evaluate(layoutDefects)).map((defect) => `${name}: ${defect}`));
      const amounts = (await on.part('amount').allInnerTexts()).map((one) =>
        one.replace(/\s/, ' '),
      );
      assert.deepEqual(amounts, ['70,00 kr.', '192,56 kr.', '230,00 kr.'], name);
    }
    assert.deepEqual(wrong, []);
  });
}

test('unusual ids are sent unchanged, for the payment host to reject', async () => {
  const ids = Object.values(FLOODS).map((words) => words.trim());
  on.library.routes['/fees'] = json(ids.map((feeId) => ({ ...FEES[0], feeId })));
  on.library.routes['/pay'] = json({});
  await on.open();
  const request = on.page.waitForRequest(/pay$/);
  await on.part('pay-all').click();
  const { feeIds, amount } = (await request).postDataJSON();
  assert.deepEqual(feeIds.sort(), ids.sort());
  assert.equal(amount, 7000 * ids.length);
  // They are stored unchanged, too.
  await on.clear();
});
