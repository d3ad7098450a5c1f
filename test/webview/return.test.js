import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Visitor } from '../host/visitor.js';
import { stage } from './stage.js';

const on = stage();

beforeEach(() => {
  on.byMobilePay();
});

/** Starts a payment, and ends it where the app has opened it; answers the address that leads back. */
async function pay(choice) {
  await on.open();
  await on.astrid.press('pay-button');
  const { url } = await on.view.message('ddb-debt-open');
  return new Visitor().choose({ redirectUrl: url }, choice);
}

async function assertAddressClean() {
  assert.equal(await on.view.evaluate(() => location.href), `${on.door.origin}/webview.html`);
}

describe('CONTRACT 6 and 7: the payment comes back into the view', () => {
  test('accepted: a receipt', async () => {
    const back = await pay('pay');
    const [{ orderId }] = on.host.library.starts;
    assert.equal(back, `${on.door.origin}/webview.html?ddb-order=${orderId}&ddb-result=accepted`);
    await on.view.load(back);
    const receipt = await on.astrid.reads('receipt');
    assert.ok(receipt.includes(orderId) && /328,35 kr\./.test(receipt), receipt);
    await assertAddressClean();
    assert.equal(await on.view.evaluate(() => sessionStorage.length), 0);
  });

  test('accepted, and not registered yet: registration, and nothing can be paid again', async () => {
    on.host.fbs.listDelay = 4000;
    await on.view.load(await pay('pay'));
    const said = await on.astrid.reads('payment-registering');
    assert.match(said, /328,35 kr\..*ikke betale igen/);
    assert.equal(await on.astrid.count('pay-button'), 0);
    await assertAddressClean();
    await on.astrid.sees('receipt');
  });

  test('cancelled: it is said, and nothing is locked', async () => {
    await on.view.load(await pay('cancel'));
    assert.match(await on.astrid.reads('payment-cancelled'), /annulleret/);
    assert.match(await on.astrid.reads('pay-button'), /328,35 kr\./);
    await assertAddressClean();
  });

  test('the app never loads the way back: in front again, the debts are read and the receipt is there', async () => {
    await on.open();
    await on.astrid.press('pay-button');
    const { url } = await on.view.message('ddb-debt-open');
    await on.view.hide();
    await new Visitor().choose({ redirectUrl: url }, 'pay');
    await on.view.show();
    await on.astrid.sees('section-dibs', 0);
    assert.equal(await on.astrid.count('pay-button'), 0);
    assert.deepEqual(on.view.messagesOf('ddb-debt-error'), []);
  });

  test('not paid, and in front again: the same payment is gone on with', async () => {
    await on.open();
    await on.astrid.press('pay-button');
    const first = await on.view.message('ddb-debt-open');
    await on.view.hide();
    await on.view.show();
    assert.match(await on.astrid.reads('payment-open'), /328,35 kr\./);
    const after = on.view.messages.length;
    await on.astrid.press('continue-button');
    assert.deepEqual(await on.view.message('ddb-debt-open', { after }), first);
    const { starts } = on.host.library;
    assert.equal(starts.length, 2);
    assert.equal(new Set(starts.map(({ key }) => key)).size, 1);
  });

  test("a form to DIBS's window: the view itself goes there, and comes back to a receipt", async () => {
    on.host.library.gateway = 'dibs';
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.arrival(`${on.host.gatewayOrigin}/payment/`);
    await on.view.evaluate(() => document.querySelector('button[value="pay"]').click());
    await on.view.arrival(`${on.door.origin}/webview.html`);
    assert.match(await on.astrid.reads('receipt'), /328,35 kr\./);
    assert.deepEqual(on.view.messagesOf('ddb-debt-open'), []);
    await assertAddressClean();
  });

  test('a forged one is ignored, and taken out of the address', async () => {
    await on.open('/webview.html?ddb-order=D-1&ddb-result=accepted');
    assert.equal(await on.astrid.count('receipt'), 0);
    assert.equal(await on.astrid.count('payment'), 0);
    assert.match(await on.astrid.reads('pay-button'), /328,35 kr\./);
    await assertAddressClean();
  });

  test('a forged one does not end a payment that is open', async () => {
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
