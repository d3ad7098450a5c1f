import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { assertFields } from './assert-fields.js';
import { PAYMENT_SITE, openFixture } from './fixture.js';

const on = openFixture();

describe('CONTRACT 7: messages to the native side when the patron presses something', () => {
  test('without dibs-payment-url ddb-debt-pay lets the app pay, and the app reports the end', async () => {
    on.app.config.mobilepay = true;
    await on.open();
    await on.astrid.press('pay-button');
    const message = await on.view.message('ddb-debt-pay');
    assertFields(message, ['feeIds', 'amount', 'currency', 'channel']);
    assert.deepEqual([...message.feeIds].sort(), [
      '434536',
      '434537',
      '434538',
      '434539',
      '434540',
    ]);
    const { amount, currency, channel } = message;
    assert.deepEqual([amount, currency, channel], [32835, 'DKK', 'app']);
    assert.deepEqual(on.proxy.requestsFor('/payment/start'), []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-open'), []);

    // A second press during the payment sends nothing.
    assert.match(await on.astrid.textOf('pay-button'), /^Starter betalingen/);
    await on.astrid.press('pay-button');
    const before = on.fees().length;
    await on.refresh();
    assert.equal(on.fees().length, before + 1);
    assert.equal(on.view.messagesOf('ddb-debt-pay').length, 1);
    assert.match(await on.astrid.textOf('pay-button'), /^Betal 328,35 kr\. med MobilePay$/);
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-pay', { after: on.view.messages.indexOf(message) + 1 });
  });

  test('without dibs-payment-url the debts are read again when the app is visible again', async () => {
    on.app.config.mobilepay = true;
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-pay');
    await on.view.hide();
    const after = on.view.messages.length;
    await on.view.show();
    await on.view.message('ddb-debt-load', { after });
    assert.equal(on.fees().length, 2);
    assert.match(await on.astrid.textOf('pay-button'), /^Betal 328,35 kr\. med MobilePay$/);
  });

  test('with dibs-payment-url ddb-debt-pay only informs and the widget starts the payment', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    const open = await on.view.message('ddb-debt-open');
    assertFields(open, ['url']);
    const types = on.view.messages.map(({ type }) => type);
    assert.ok(types.indexOf('ddb-debt-pay') < types.indexOf('ddb-debt-open'), types.join());
    assert.equal(on.proxy.requestsFor('/payment/start').length, 1);
  });

  test("sends ddb-debt-open for MobilePay's own link if payment-origins lists its scheme", async () => {
    on.byMobilePay().paymentOrigins = 'mobilepay:';
    const url = 'mobilepay://merchant_payments?payment_id=1';
    on.host.library.startAnswer = (response, { orderId }) =>
      json({ orderId, redirectUrl: url })(undefined, response);
    await on.open();
    await on.astrid.press('pay-button');
    assert.equal((await on.view.message('ddb-debt-open')).url, url);
    assert.deepEqual(
      on.view.navigations.filter(({ url: to }) => to.startsWith('mobilepay')),
      [],
    );
  });

  test('sends ddb-debt-open with the whole secondary link, and the view does not navigate', async () => {
    on.app.config.ratesUrl = '/takster';
    on.app.config.helpUrl = 'https://bibliotek.example/kontakt';
    await on.open();
    await on.astrid.press('link');
    const open = await on.view.message('ddb-debt-open');
    assertFields(open, ['url']);
    assert.equal(open.url, `${on.proxy.origin}/takster`);
    assert.equal(await on.view.evaluate(() => location.pathname), '/webview.html');
  });

  test('sends ddb-debt-leave for the payment site', async () => {
    await on.open();
    await on.astrid.press('go-link');
    const message = await on.view.message('ddb-debt-leave');
    assertFields(message, ['url']);
    assert.equal(message.url, PAYMENT_SITE);
  });

  test('does not send an event that a script of the page has cancelled', async () => {
    on.app.config.mobilepay = true;
    await on.open();
    await on.view.evaluate(() => {
      for (const type of ['ddb-debt-pay', 'ddb-debt-leave']) {
        document.addEventListener(type, (event) => event.preventDefault());
      }
    });
    await on.astrid.press('pay-button');
    await on.astrid.press('go-link');
    // Messages are sent at once, so after one request and its answer no other message can be pending.
    await on.refresh();
    assert.deepEqual(on.view.messagesOf('ddb-debt-pay'), []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-leave'), []);
  });

  test('sends each of several messages as one JSON string of version 1', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    await on.astrid.press('go-link');
    await on.view.message('ddb-debt-leave');
    const types = new Set(on.view.messages.map(({ type }) => type));
    for (const type of ['config', 'token', 'load', 'resize', 'pay', 'open', 'leave']) {
      assert.ok(types.has(`ddb-debt-${type}`), `${type} among ${[...types].join()}`);
    }
    assert.deepEqual(
      on.view.messages.filter(({ version }) => version !== 1),
      [],
    );
  });
});

describe('CONTRACT 2: the token', () => {
  test('is sent with each request and is in no message, address, storage or console line', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    const token = on.app.token({ refused: false });
    // After each test assertTokenPrivate asserts that it is nowhere else.
    assert.equal(on.proxy.requests.length, 2);
    for (const { authorization } of on.proxy.requests)
      assert.equal(authorization, `Bearer ${token}`);
    assert.deepEqual(on.tokens, [token]);
  });
});
