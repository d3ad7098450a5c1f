import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ORDER_LIFETIME } from '../../integrations/payment-host/host/orders.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const orderIds = () => on.host.library.starts.map(({ orderId }) => orderId);

for (const by of ['dibs', 'easy']) {
  describe(`by ${by}`, () => {
    beforeEach(async () => {
      on.host.library.gateway = by;
      await on.astrid.openPage();
    });

    test('all debts are paid at once, and a receipt is shown', async () => {
      const { astrid, host } = on;
      assert.match(await astrid.textOf('pay-all'), /^Betal alle · 328,35 kr\.$/);
      await astrid.press('pay-all');
      await astrid.arriveAtGateway();
      const [orderId] = orderIds();
      assert.match(await astrid.page.locator('[data-amount]').innerText(), /^328,35\s*kr\.$/);
      assert.equal(await astrid.page.locator('[data-order]').innerText(), orderId);
      await astrid.completeAtGateway('pay');

      const receipt = await astrid.textOf('receipt');
      for (const words of ['Kvittering', orderId, '328,35 kr.', '192,56 kr.', '0,30 kr.']) {
        assert.ok(receipt.includes(words), `${words}: ${receipt}`);
      }
      const inCopenhagen = { dateStyle: 'long', timeZone: 'Europe/Copenhagen' };
      const today = new Intl.DateTimeFormat('da-DK', inCopenhagen).format();
      assert.ok(receipt.includes(today), `${today}: ${receipt}`);
      assert.deepEqual(host.gateway.ledger, [{ orderId, amount: 32835 }]);
      assert.equal(host.fbs.registrations.length, 5);
      // The debts in the new system remain.
      assert.match(await astrid.textOf('section-oir'), /230,00 kr\./);
      assert.equal(await astrid.part('section-dibs').count(), 0);
      await astrid.assertDone();
      assert.deepEqual(astrid.messages, []);
    });

    test('two of five debts are paid, and three remain', async () => {
      const { astrid, host } = on;
      await astrid.select('192,56', '0,30');
      assert.match(await astrid.textOf('pay-selected'), /^Betal valgte · 192,86 kr\.$/);
      await astrid.press('pay-selected');
      await astrid.completeAtGateway('pay');
      assert.match(await astrid.textOf('receipt'), /192,86 kr\./);
      assert.deepEqual(host.chargesOf('434537'), { captures: 1, ore: 19256 });
      assert.deepEqual(host.chargesOf('434538'), { captures: 1, ore: 30 });
      assert.equal(host.fbs.registrations.length, 2);
      assert.match(
        await astrid.textOf('section-dibs'),
        /70,00 kr\..*45,50 kr\..*I alt 135,49 kr\./s,
      );
      await astrid.assertDone();
    });

    for (const [choice, message, words] of [
      ['cancel', 'payment-cancelled', /annulleret/],
      ['decline', 'payment-failed', /ikke gennemført/],
    ]) {
      test(`${choice}: a message is shown, nothing is locked, and a new payment can start`, async () => {
        const { astrid, host } = on;
        await astrid.press('pay-all');
        await astrid.completeAtGateway(choice);
        assert.match(await astrid.textOf(message), words);
        await astrid.assertDone();
        // The message can be shown before the list.
        await astrid.part('choice').first().waitFor();
        assert.equal(await astrid.part('choice').count(), 5);
        assert.deepEqual(host.gateway.ledger, []);

        await astrid.select('70,00');
        await astrid.press('pay-selected');
        await astrid.completeAtGateway('pay');
        await astrid.part('receipt').waitFor();
        assert.equal(await astrid.part(message).count(), 0);
        assert.equal(new Set(orderIds()).size, 2);
        await astrid.assertDone();
      });
    }

    test('while FBS registers the payment, the debts are locked; then a receipt is shown', async () => {
      const { astrid, host } = on;
      host.fbs.listDelay = 4000;
      await astrid.select('70,00', '19,99');
      await astrid.press('pay-selected');
      await astrid.completeAtGateway('pay');
      const message = await astrid.textOf('payment-registering');
      assert.match(message, /89,99 kr\..*ikke betale igen/);
      assert.ok(message.includes(orderIds()[0]));
      for (const amount of ['70,00', '19,99']) {
        const box = astrid.box(amount);
        assert.ok(!(await box.count()) || (await box.isDisabled()));
      }
      assert.ok(await astrid.box('45,50').isEnabled());
      await astrid.part('receipt').waitFor({ timeout: 20_000 });
      assert.equal(await astrid.part('payment-registering').count(), 0);
      await astrid.assertDone();
    });

    test('the callback arrives after the browser has returned', async () => {
      const { astrid, host } = on;
      host.gateway.callback = 3000;
      await astrid.press('pay-all');
      await astrid.completeAtGateway('pay');
      await astrid.part('payment-registering').waitFor();
      await astrid.part('receipt').waitFor({ timeout: 20_000 });
      await astrid.assertDone();
    });

    test('FBS rejects the payment: it fails, and nothing is charged', async () => {
      const { astrid, host } = on;
      host.fbs.rejectedFees.add('434536');
      await astrid.select('70,00');
      await astrid.press('pay-selected');
      await astrid.completeAtGateway('pay');
      assert.match(await astrid.textOf('payment-failed'), /ikke trukket penge/);
      assert.deepEqual(host.gateway.ledger, []);
      assert.ok(await astrid.box('70,00').isEnabled());
      await astrid.assertDone();
    });

    test('FBS rejects a part: only the rest is charged, and a message says so', async () => {
      const { astrid, host } = on;
      host.fbs.rejectedFees.add('434536');
      await astrid.select('70,00', '0,30');
      await astrid.press('pay-selected');
      await astrid.completeAtGateway('pay');
      assert.match(
        await astrid.textOf('payment-partly'),
        /Kun en del er betalt\. Der er ikke trukket penge for resten/,
      );
      const receipt = await astrid.textOf('receipt');
      assert.ok(receipt.includes(orderIds()[0]));
      assert.match(receipt, /Du har betalt 0,30\s*kr\./);
      assert.deepEqual(host.gateway.ledger, [{ orderId: orderIds()[0], amount: 30 }]);
      await astrid.assertDone();
    });
  });
}

test('if the tab is closed at the gateway, a new tab locks the debts until the order expires', async () => {
  const { astrid } = on;
  await astrid.openPage();
  await astrid.select('70,00');
  await astrid.press('pay-selected');
  await astrid.arriveAtGateway();
  const tab = await astrid.openAnotherTab();
  await astrid.page.close();
  await tab.part('locked').first().waitFor();
  assert.match(await tab.textOf('pay-all'), /258,35 kr\./);
  on.clock += ORDER_LIFETIME;
  await tab.openPage();
  assert.match(await tab.textOf('pay-all'), /328,35 kr\./);
});

test('if the tab is closed after the payment, it is registered, and cannot be paid again', async () => {
  const { astrid, host } = on;
  await astrid.openPage();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  await fetch(astrid.page.url(), {
    method: 'POST',
    body: new URLSearchParams('choice=pay'),
    redirect: 'manual',
  });
  const tab = await astrid.openAnotherTab();
  await astrid.page.close();
  assert.equal(await tab.part('section-dibs').count(), 0);
  assert.equal(host.gateway.ledger.length, 1);
});

test('one single debt has one button', async () => {
  const { astrid, host } = on;
  // Bo has one debt.
  host.library.patron = 'bo';
  await astrid.openPage();
  assert.equal(await astrid.part('choice').count(), 0);
  assert.match(await astrid.textOf('pay-button'), /^Betal 70,00 kr\.$/);
  await astrid.press('pay-button');
  await astrid.completeAtGateway('pay');
  assert.match(await astrid.textOf('receipt'), /70,00 kr\./);
  await astrid.assertDone();
});

test('without a callback, the patron reads "received, do not pay again" with the order number', async () => {
  const { astrid, host } = on;
  host.gateway.callback = 'never';
  host.library.statuses = false;
  await astrid.openPage();
  await astrid.page.clock.install();
  await astrid.press('pay-all');
  await astrid.completeAtGateway('pay');
  await astrid.part('payment-registering').waitFor();
  // The widget polls for a minute and a half, each time after the last response.
  for (let tries = 0; tries < 12 && !(await astrid.part('payment-received').count()); tries++) {
    await astrid.page.clock.fastForward(35_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const message = await astrid.textOf('payment-received');
  assert.match(message, /ikke betale igen/);
  assert.ok(message.includes(orderIds()[0]));
  await astrid.assertCannotStart();
  await astrid.page.reload();
  await astrid.part('debt').first().waitFor();
  await astrid.assertCannotStart();
  assert.deepEqual(host.gateway.ledger, []);

  // A late callback completes the payment at the next load.
  await host.gateway.callBack(orderIds()[0]);
  await astrid.openPage();
  await astrid.part('receipt').waitFor();
  await astrid.assertDone();
});
