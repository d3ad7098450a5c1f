import assert from 'node:assert/strict';

/** Asserts that the element shows the debts of `fees.json`. */
export async function assertList(page) {
  const element = page.locator('ddb-debt-overview');
  await element.locator('[part~=section-oir]').waitFor();
  const texts = (part) => element.locator(`[part~=${part}]`).allInnerTexts();
  assert.deepEqual(await texts('reason'), ['Gebyr (for sent)', 'Gebyr']);
  const [first, second] = await texts('amount');
  assert.match(first, /70,00/);
  assert.match(second, /230,00/);
  assert.match((await texts('pay-button')).join(), /Betal 70,00/);
  assert.equal(
    await element.locator('[part~=go-link]').getAttribute('href'),
    'https://betaling.example/',
  );
  assert.deepEqual(await element.evaluate(({ problems }) => problems), []);
}
