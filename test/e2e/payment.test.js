import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { LIFE } from '../host/orders.js';
import { stage } from './stage.js';

const on = stage();

const orderIds = () => on.host.library.starts.map(({ orderId }) => orderId);

for (const by of ['dibs', 'easy']) {
  describe(`by ${by}`, () => {
    beforeEach(async () => {
      on.host.library.gateway = by;
      await on.astrid.openPage();
    });

    test('all is paid at once, and there is a receipt', async () => {
      const { astrid, host } = on;
      assert.match(await astrid.reads('pay-all'), /^Betal alle · 328,35 kr\.$/);
      await astrid.press('pay-all');
      await astrid.arriveAtGateway();
      const [orderId] = orderIds();
      assert.match(await astrid.page.locator('[data-amount]').innerText(), /^328,35\s*kr\.$/);
      assert.equal(await astrid.page.locator('[data-order]').innerText(), orderId);
      await astrid.atGateway('pay');

      const receipt = await astrid.reads('receipt');
      for (const words of ['Kvittering', orderId, '328,35 kr.', '192,56 kr.', '0,30 kr.']) {
        assert.ok(receipt.includes(words), `${words}: ${receipt}`);
      }
      const inCopenhagen = { dateStyle: 'long', timeZone: 'Europe/Copenhagen' };
      const today = new Intl.DateTimeFormat('da-DK', inCopenhagen).format();
      assert.ok(receipt.includes(today), `${today}: ${receipt}`);
      assert.deepEqual(host.gateway.ledger, [{ orderId, amount: 32835 }]);
      assert.equal(host.fbs.registrations.length, 5);
      // What is owed in the new system stands.
      assert.match(await astrid.reads('section-oir'), /230,00 kr\./);
      assert.equal(await astrid.part('section-dibs').count(), 0);
      await astrid.assertDone();
      assert.deepEqual(astrid.heard, []);
    });

    test('two of five are paid, and the other three stand', async () => {
      const { astrid, host } = on;
      await astrid.choose('192,56', '0,30');
      assert.match(await astrid.reads('pay-selected'), /^Betal valgte · 192,86 kr\.$/);
      await astrid.press('pay-selected');
      await astrid.atGateway('pay');
      assert.match(await astrid.reads('receipt'), /192,86 kr\./);
      assert.deepEqual(host.chargesOf('434537'), { captures: 1, ore: 19256 });
      assert.deepEqual(host.chargesOf('434538'), { captures: 1, ore: 30 });
      assert.equal(host.fbs.registrations.length, 2);
      assert.match(
        await astrid.reads('section-dibs'),
        /70,00 kr\..*45,50 kr\..*I alt 135,49 kr\./s,
      );
      await astrid.assertDone();
    });

    for (const [choice, message, words] of [
      ['cancel', 'payment-cancelled', /annulleret/],
      ['decline', 'payment-failed', /ikke gennemført/],
    ]) {
      test(`${choice}: it is said, nothing is locked, and it can be paid anew`, async () => {
        const { astrid, host } = on;
        await astrid.press('pay-all');
        await astrid.atGateway(choice);
        assert.match(await astrid.reads(message), words);
        await astrid.assertDone();
        // What became of the payment may be said before the list has come.
        await astrid.part('choice').first().waitFor();
        assert.equal(await astrid.part('choice').count(), 5);
        assert.deepEqual(host.gateway.ledger, []);

        await astrid.choose('70,00');
        await astrid.press('pay-selected');
        await astrid.atGateway('pay');
        await astrid.part('receipt').waitFor();
        assert.equal(await astrid.part(message).count(), 0);
        assert.equal(new Set(orderIds()).size, 2);
        await astrid.assertDone();
      });
    }

    test('FBS is slow to register: the debts are locked, and then there is a receipt', async () => {
      const { astrid, host } = on;
      host.fbs.listDelay = 4000;
      await astrid.choose('70,00', '19,99');
      await astrid.press('pay-selected');
      await astrid.atGateway('pay');
      const said = await astrid.reads('payment-registering');
      assert.match(said, /89,99 kr\..*ikke betale igen/);
      assert.ok(said.includes(orderIds()[0]));
      for (const amount of ['70,00', '19,99']) {
        const box = astrid.box(amount);
        assert.ok(!(await box.count()) || (await box.isDisabled()));
      }
      assert.ok(await astrid.box('45,50').isEnabled());
      await astrid.part('receipt').waitFor({ timeout: 20_000 });
      assert.equal(await astrid.part('payment-registering').count(), 0);
      await astrid.assertDone();
    });

    test('the callback comes after the browser is back', async () => {
      const { astrid, host } = on;
      host.gateway.callback = 3000;
      await astrid.press('pay-all');
      await astrid.atGateway('pay');
      await astrid.part('payment-registering').waitFor();
      await astrid.part('receipt').waitFor({ timeout: 20_000 });
      await astrid.assertDone();
    });

    test('FBS refuses: it has failed, and nothing is charged', async () => {
      const { astrid, host } = on;
      host.fbs.refuses.add('434536');
      await astrid.choose('70,00');
      await astrid.press('pay-selected');
      await astrid.atGateway('pay');
      assert.match(await astrid.reads('payment-failed'), /ikke trukket penge/);
      assert.deepEqual(host.gateway.ledger, []);
      assert.ok(await astrid.box('70,00').isEnabled());
      await astrid.assertDone();
    });

    test('FBS refuses a part: only the rest is charged, and the patron is told', async () => {
      const { astrid, host } = on;
      host.fbs.refuses.add('434536');
      await astrid.choose('70,00', '0,30');
      await astrid.press('pay-selected');
      await astrid.atGateway('pay');
      assert.match(
        await astrid.reads('payment-partly'),
        /Kun en del er betalt\. Der er ikke trukket penge for resten/,
      );
      const receipt = await astrid.reads('receipt');
      assert.ok(receipt.includes(orderIds()[0]));
      assert.match(receipt, /Du har betalt 0,30\s*kr\./);
      assert.deepEqual(host.gateway.ledger, [{ orderId: orderIds()[0], amount: 30 }]);
      await astrid.assertDone();
    });
  });
}

test('the tab is closed at the gateway: a new one shows what is being paid, until it has died', async () => {
  const { astrid } = on;
  await astrid.openPage();
  await astrid.choose('70,00');
  await astrid.press('pay-selected');
  await astrid.arriveAtGateway();
  const tab = await astrid.inAnotherTab();
  await astrid.page.close();
  await tab.part('locked').first().waitFor();
  assert.match(await tab.reads('pay-all'), /258,35 kr\./);
  on.clock += LIFE;
  await tab.openPage();
  assert.match(await tab.reads('pay-all'), /328,35 kr\./);
});

test('the tab is closed when it is paid: it is registered all the same, and not paid again', async () => {
  const { astrid, host } = on;
  await astrid.openPage();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  await fetch(astrid.page.url(), {
    method: 'POST',
    body: new URLSearchParams('choice=pay'),
    redirect: 'manual',
  });
  const tab = await astrid.inAnotherTab();
  await astrid.page.close();
  assert.equal(await tab.part('section-dibs').count(), 0);
  assert.equal(host.gateway.ledger.length, 1);
});

test('one single debt has one button', async () => {
  const { astrid, host } = on;
  // Bo has one.
  host.library.patron = 'bo';
  await astrid.openPage();
  assert.equal(await astrid.part('choice').count(), 0);
  assert.match(await astrid.reads('pay-button'), /^Betal 70,00 kr\.$/);
  await astrid.press('pay-button');
  await astrid.atGateway('pay');
  assert.match(await astrid.reads('receipt'), /70,00 kr\./);
  await astrid.assertDone();
});

test('the callback never comes: "received, do not pay again", with the order number', async () => {
  const { astrid, host } = on;
  host.gateway.callback = 'never';
  host.library.statuses = false;
  await astrid.openPage();
  await astrid.page.clock.install();
  await astrid.press('pay-all');
  await astrid.atGateway('pay');
  await astrid.part('payment-registering').waitFor();
  // The widget looks for a minute and a half, each look after the last one's answer.
  for (let look = 0; look < 12 && !(await astrid.part('payment-received').count()); look++) {
    await astrid.page.clock.fastForward(35_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const said = await astrid.reads('payment-received');
  assert.match(said, /ikke betale igen/);
  assert.ok(said.includes(orderIds()[0]));
  await astrid.assertCannotStart();
  await astrid.page.reload();
  await astrid.part('debt').first().waitFor();
  await astrid.assertCannotStart();
  assert.deepEqual(host.gateway.ledger, []);

  // And when it comes after all, however late, the next look finds it done.
  await host.gateway.callBack(orderIds()[0]);
  await astrid.openPage();
  await astrid.part('receipt').waitFor();
  await astrid.assertDone();
});
