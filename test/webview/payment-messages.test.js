import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { assertFields } from './assert-fields.js';
import { PAYMENT_SITE, stage } from './stage.js';

const on = stage();

describe('CONTRACT 7: what arrives natively when the patron presses something', () => {
  test('ddb-debt-pay, without dibs-payment-url: the app pays, and says when it has', async () => {
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
    assert.deepEqual(on.door.askedFor('/payment/start'), []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-open'), []);

    // While it is at it, it is not asked a second time.
    assert.match(await on.astrid.reads('pay-button'), /^Starter betalingen/);
    await on.astrid.press('pay-button');
    const before = on.fees().length;
    await on.refresh();
    assert.equal(on.fees().length, before + 1);
    assert.equal(on.view.messagesOf('ddb-debt-pay').length, 1);
    assert.match(await on.astrid.reads('pay-button'), /^Betal 328,35 kr\. med MobilePay$/);
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-pay', { after: on.view.messages.indexOf(message) + 1 });
  });

  test('ddb-debt-pay, without dibs-payment-url: in front again, the debts are read without a word', async () => {
    on.app.config.mobilepay = true;
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-pay');
    await on.view.hide();
    const after = on.view.messages.length;
    await on.view.show();
    await on.view.message('ddb-debt-load', { after });
    assert.equal(on.fees().length, 2);
    assert.match(await on.astrid.reads('pay-button'), /^Betal 328,35 kr\. med MobilePay$/);
  });

  test('ddb-debt-pay, with dibs-payment-url: news, and the widget asks for the payment itself', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    const open = await on.view.message('ddb-debt-open');
    assertFields(open, ['url']);
    const types = on.view.messages.map(({ type }) => type);
    assert.ok(types.indexOf('ddb-debt-pay') < types.indexOf('ddb-debt-open'), types.join());
    assert.equal(on.door.askedFor('/payment/start').length, 1);
  });

  test("ddb-debt-open: MobilePay's own link, where payment-origins lists its scheme", async () => {
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

  test('ddb-debt-open: a quiet link, whole, and the view stays where it is', async () => {
    on.app.config.ratesUrl = '/takster';
    on.app.config.helpUrl = 'https://bibliotek.example/kontakt';
    await on.open();
    await on.astrid.press('link');
    const open = await on.view.message('ddb-debt-open');
    assertFields(open, ['url']);
    assert.equal(open.url, `${on.door.origin}/takster`);
    assert.equal(await on.view.evaluate(() => location.pathname), '/webview.html');
  });

  test('ddb-debt-leave: the payment site', async () => {
    await on.open();
    await on.astrid.press('go-link');
    const message = await on.view.message('ddb-debt-leave');
    assertFields(message, ['url']);
    assert.equal(message.url, PAYMENT_SITE);
  });

  test('an event that a script of the page has cancelled is not passed on', async () => {
    on.app.config.mobilepay = true;
    await on.open();
    await on.view.evaluate(() => {
      for (const type of ['ddb-debt-pay', 'ddb-debt-leave']) {
        document.addEventListener(type, (event) => event.preventDefault());
      }
    });
    await on.astrid.press('pay-button');
    await on.astrid.press('go-link');
    // What is told is told at once; so a question and its answer later, nothing more will come.
    await on.refresh();
    assert.deepEqual(on.view.messagesOf('ddb-debt-pay'), []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-leave'), []);
  });

  test('with several things at once, everything that arrives is one JSON string of version 1', async () => {
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
  test('is in no message, no address, no storage and no console, and goes with each request', async () => {
    on.byMobilePay();
    await on.open();
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    const token = on.app.token({ refused: false });
    // That it is nowhere else is seen after each test, by assertDiscreet.
    assert.equal(on.door.asked.length, 2);
    for (const { authorization } of on.door.asked) assert.equal(authorization, `Bearer ${token}`);
    assert.deepEqual(on.tokens, [token]);
  });
});
