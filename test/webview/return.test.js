import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Visitor } from '../../integrations/payment-host/stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

beforeEach(() => {
  on.byMobilePay();
});

/** Starts a payment and completes it at the gateway; returns the return URL. */
async function pay(choice) {
  await on.open();
  await on.astrid.press('pay-button');
  const { url } = await on.view.message('ddb-debt-open');
  return new Visitor().choose({ redirectUrl: url }, choice);
}

async function assertAddressClean() {
  assert.equal(await on.view.evaluate(() => location.href), `${on.proxy.origin}/webview.html`);
}

describe('CONTRACT 6 and 7: the return from the gateway', () => {
  test('shows a receipt after an accepted payment', async () => {
    const back = await pay('pay');
    const [{ orderId }] = on.host.library.starts;
    assert.equal(back, `${on.proxy.origin}/webview.html?ddb-order=${orderId}&ddb-result=accepted`);
    await on.view.load(back);
    const receipt = await on.astrid.textOf('receipt');
    assert.ok(receipt.includes(orderId) && /328,35 kr\./.test(receipt), receipt);
    await assertAddressClean();
    assert.equal(await on.view.evaluate(() => sessionStorage.length), 0);
  });

  test('says that an accepted payment is not registered yet, and offers no payment', async () => {
    on.host.fbs.listDelay = 4000;
    await on.view.load(await pay('pay'));
    const text = await on.astrid.textOf('payment-registering');
    assert.match(text, /328,35 kr\..*ikke betale igen/);
    assert.equal(await on.astrid.count('pay-button'), 0);
    await assertAddressClean();
    await on.astrid.waitFor('receipt');
  });

  test('says that the payment was cancelled, and allows another', async () => {
    await on.view.load(await pay('cancel'));
    assert.match(await on.astrid.textOf('payment-cancelled'), /annulleret/);
    assert.match(await on.astrid.textOf('pay-button'), /328,35 kr\./);
    await assertAddressClean();
  });

  test('reads the debts and shows the receipt when the app is visible again without having loaded the return URL', async () => {
    await on.open();
    await on.astrid.press('pay-button');
    const { url } = await on.view.message('ddb-debt-open');
    await on.view.hide();
    await new Visitor().choose({ redirectUrl: url }, 'pay');
    await on.view.show();
    await on.astrid.waitFor('section-dibs', 0);
    assert.equal(await on.astrid.count('pay-button'), 0);
    assert.deepEqual(on.view.messagesOf('ddb-debt-error'), []);
  });

  test('continues the same payment when the app is visible again without a payment', async () => {
    await on.open();
    await on.astrid.press('pay-button');
    const first = await on.view.message('ddb-debt-open');
    await on.view.hide();
    await on.view.show();
    assert.match(await on.astrid.textOf('payment-open'), /328,35 kr\./);
    const after = on.view.messages.length;
    await on.astrid.press('continue-button');
    assert.deepEqual(await on.view.message('ddb-debt-open', { after }), first);
    const { starts } = on.host.library;
    assert.equal(starts.length, 2);
    assert.equal(new Set(starts.map(({ key }) => key)).size, 1);
  });

  test("opens DIBS's form in the view and shows a receipt after the return", async () => {
    on.host.library.gateway = 'dibs';
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.arrival(`${on.host.gatewayOrigin}/payment/`);
    await on.view.evaluate(() => document.querySelector('button[value="pay"]').click());
    await on.view.arrival(`${on.proxy.origin}/webview.html`);
    assert.match(await on.astrid.textOf('receipt'), /328,35 kr\./);
    assert.deepEqual(on.view.messagesOf('ddb-debt-open'), []);
    await assertAddressClean();
  });

  test('ignores a forged return and removes it from the address', async () => {
    await on.open('/webview.html?ddb-order=D-1&ddb-result=accepted');
    assert.equal(await on.astrid.count('receipt'), 0);
    assert.match(await on.astrid.textOf('payment-unknown'), /Har du lige betalt/);
    assert.match(await on.astrid.textOf('pay-button'), /328,35 kr\./);
    await assertAddressClean();
  });

  test('does not end an open payment on a forged return', async () => {
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    await on.open('/webview.html?ddb-order=D-1&ddb-result=accepted');
    assert.equal(await on.astrid.count('receipt'), 0);
    assert.equal(await on.astrid.count('payment-registering'), 0);
    assert.equal(on.host.library.starts.length, 1);
    await assertAddressClean();
  });
});
