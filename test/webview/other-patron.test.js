import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './stage.js';

const on = stage();

/** Somebody else has logged in to the app, which says that the debts are to be read again. */
const refreshUnwaited = () =>
  on.view.evaluate(() => void document.querySelector('ddb-debt-overview').refresh());

function becomeBo(patron = 'bo') {
  const token = on.logIn('bo');
  Object.assign(on.app, { token: () => token, patron });
}

describe('CONTRACT 7: another patron', () => {
  test("the first one's list is gone at once, before the second one's has come", async () => {
    on.byMobilePay();
    await on.open();
    assert.equal(await on.astrid.count('debt'), 6);
    becomeBo();
    const letGo = on.door.hold('/patron/fees');
    await refreshUnwaited();
    await on.astrid.sees('debt', 0);
    assert.doesNotMatch(await on.astrid.page(), /328,35|192,56|230,00|MobilePay/);
    letGo();
    await on.astrid.sees('debt', 1);
    assert.deepEqual(
      on.fees().map(({ authorization }) => authorization),
      on.tokens.map((token) => `Bearer ${token}`),
    );
    assert.match(await on.astrid.reads('pay-button'), /^Betal 70,00 kr\. med MobilePay$/);
  });

  test("also where the second one's never comes", async () => {
    await on.open();
    becomeBo();
    on.door.routes['/patron/fees'] = (_, response) => response.writeHead(400).end();
    await on.refresh();
    await on.astrid.sees('failure');
    assert.equal(await on.astrid.count('debt'), 0);
    assert.doesNotMatch(await on.astrid.page(), /328,35|192,56|230,00/);
  });

  test('also where the app does not say who it is: another token is another patron', async () => {
    on.app.patron = undefined;
    await on.open();
    becomeBo(undefined);
    const letGo = on.door.hold('/patron/fees');
    await refreshUnwaited();
    await on.astrid.sees('debt', 0);
    letGo();
    await on.astrid.sees('debt', 1);
  });

  test('the same one with a new token: what is shown stays until the answer', async () => {
    await on.open();
    const token = on.logIn('astrid');
    on.app.token = () => token;
    const letGo = on.door.hold('/patron/fees');
    await refreshUnwaited();
    while (on.fees().length < 2) await on.astrid.sees('debt', 6);
    assert.equal(await on.astrid.count('debt'), 6);
    letGo();
    await on.refresh();
    await on.astrid.sees('debt', 6);
    assert.equal(on.fees().at(-1).authorization, `Bearer ${token}`);
  });

  test('what the first one was paying is not told to the second', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    becomeBo();
    await on.refresh();
    await on.astrid.sees('debt', 1);
    const [{ orderId }] = on.host.library.starts;
    const page = await on.astrid.page();
    assert.ok(!page.includes(orderId) && !page.includes('328,35'), page);
    assert.equal(await on.astrid.count('payment-open'), 0);
    // And he can pay what is his.
    const after = on.view.messages.length;
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open', { after });
    assert.deepEqual(
      on.host.library.starts.map(({ amount }) => amount),
      [32835, 7000],
    );
  });

  test('nobody any more: the list is gone, and the patron is asked to log in', async () => {
    await on.open();
    on.app.token = () => null;
    await on.refresh();
    await on.view.message('ddb-debt-auth');
    await on.astrid.sees('failure');
    assert.equal(await on.astrid.count('debt'), 0);
  });
});
