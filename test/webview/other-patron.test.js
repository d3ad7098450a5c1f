import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openFixture } from './fixture.js';

const on = openFixture();

/** Logs in another patron; the app then calls `refresh`. */
const refreshUnwaited = () =>
  on.view.evaluate(() => void document.querySelector('ddb-debt-overview').refresh());

function becomeBo(patron = 'bo') {
  const token = on.logIn('bo');
  Object.assign(on.app, { token: () => token, patron });
}

describe('CONTRACT 7: another patron', () => {
  test("removes the first patron's debts before the second patron's arrive", async () => {
    on.byMobilePay();
    await on.open();
    assert.equal(await on.astrid.count('debt'), 6);
    becomeBo();
    const release = on.proxy.hold('/patron/fees');
    await refreshUnwaited();
    await on.astrid.waitFor('debt', 0);
    assert.doesNotMatch(await on.astrid.page(), /328,35|192,56|230,00|MobilePay/);
    release();
    await on.astrid.waitFor('debt', 1);
    assert.deepEqual(
      on.fees().map(({ authorization }) => authorization),
      on.tokens.map((token) => `Bearer ${token}`),
    );
    assert.match(await on.astrid.textOf('pay-button'), /^Betal 70,00 kr\. med MobilePay$/);
  });

  test("removes them even if the second patron's never arrive", async () => {
    await on.open();
    becomeBo();
    on.proxy.routes['/patron/fees'] = (_, response) => response.writeHead(400).end();
    await on.refresh();
    await on.astrid.waitFor('failure');
    assert.equal(await on.astrid.count('debt'), 0);
    assert.doesNotMatch(await on.astrid.page(), /328,35|192,56|230,00/);
  });

  test('treats another token as another patron when the app names no patron', async () => {
    on.app.patron = undefined;
    await on.open();
    becomeBo(undefined);
    const release = on.proxy.hold('/patron/fees');
    await refreshUnwaited();
    await on.astrid.waitFor('debt', 0);
    release();
    await on.astrid.waitFor('debt', 1);
  });

  test('keeps the debts while the same patron with a new token reads them again', async () => {
    await on.open();
    const token = on.logIn('astrid');
    on.app.token = () => token;
    const release = on.proxy.hold('/patron/fees');
    await refreshUnwaited();
    while (on.fees().length < 2) await on.astrid.waitFor('debt', 6);
    assert.equal(await on.astrid.count('debt'), 6);
    release();
    await on.refresh();
    await on.astrid.waitFor('debt', 6);
    assert.equal(on.fees().at(-1).authorization, `Bearer ${token}`);
  });

  test("does not show the first patron's payment to the second", async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    becomeBo();
    await on.refresh();
    await on.astrid.waitFor('debt', 1);
    const [{ orderId }] = on.host.library.starts;
    const page = await on.astrid.page();
    assert.ok(!page.includes(orderId) && !page.includes('328,35'), page);
    assert.equal(await on.astrid.count('payment-open'), 0);
    // The second patron can pay his own debts.
    const after = on.view.messages.length;
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open', { after });
    assert.deepEqual(
      on.host.library.starts.map(({ amount }) => amount),
      [32835, 7000],
    );
  });

  test('removes the debts and asks the patron to log in after a logout', async () => {
    await on.open();
    on.app.token = () => null;
    await on.refresh();
    await on.view.message('ddb-debt-auth');
    await on.astrid.waitFor('login');
    assert.equal(await on.astrid.count('debt'), 0);
  });
});
