import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ORDER_LIFETIME } from '../host/orders.js';
import { openFixture } from './fixture.js';
import { COMPENSATION, LOAN, NEW_SYSTEM, ODD, SENT_LATE, SMALL } from '../stand-ins/visitor.js';

const on = openFixture();

for (const by of ['dibs', 'easy']) {
  describe(`a payment by ${by}`, () => {
    beforeEach(() => {
      on.host.library.gateway = by;
    });

    test('is registered and charged, and the browser returns to its page', async () => {
      const { order } = await on.astrid.start([COMPENSATION, SMALL], {
        returnUrl: `${on.host.origin}/?side=2&q=a%20b#gebyrer`,
      });
      assert.deepEqual(Object.keys(order), ['orderId', by === 'dibs' ? 'form' : 'redirectUrl']);
      const page = await (await on.astrid.visit(order)).text();
      assert.match(page, new RegExp(order.orderId));
      assert.match(page, /192,86\s*kr\./);
      for (const name of ['Betal', 'Kortet afvises', 'Annullér']) assert.ok(page.includes(name));

      const back = new URL(await on.astrid.choose(order, 'pay'));
      assert.equal(back.hash, '#gebyrer');
      assert.deepEqual(Object.fromEntries(back.searchParams), {
        side: '2',
        q: 'a b',
        'ddb-order': order.orderId,
        'ddb-result': 'accepted',
      });
      assert.deepEqual(on.host.gateway.ledger, [{ orderId: order.orderId, amount: 19286 }]);
      assert.deepEqual(on.host.chargesOf(COMPENSATION), { captures: 1, ore: 19256 });
      assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 0, ore: 0 });
      const left = (await on.astrid.fees()).map(({ feeId }) => String(feeId));
      assert.deepEqual(left, [SENT_LATE, ODD, LOAN, NEW_SYSTEM]);
    });

    for (const [choice, result] of [
      ['cancel', 'cancelled'],
      ['decline', 'failed'],
    ]) {
      test(`that ends with ${choice} is not charged, and another can start`, async () => {
        const { order } = await on.astrid.start([SENT_LATE]);
        const back = new URL(await on.astrid.choose(order, choice));
        assert.equal(back.searchParams.get('ddb-result'), result);
        assert.deepEqual(on.host.gateway.ledger, []);
        assert.equal((await on.astrid.start([SENT_LATE])).status, 200);
      });

      test(`that ended with ${choice} can no longer be paid`, async () => {
        const { order } = await on.astrid.start([SENT_LATE]);
        const page = (await on.astrid.visit(order)).url;
        await on.astrid.choose(order, choice);
        const again = await fetch(page, {
          method: 'POST',
          body: new URLSearchParams('choice=pay'),
        });
        assert.equal(again.status, 409);
        assert.match(await again.text(), /kan ikke længere betales/);
        assert.deepEqual(on.host.gateway.callbacks, []);
      });
    }

    test('is authorised once if the button is pressed repeatedly', async () => {
      const { order } = await on.astrid.start([SENT_LATE]);
      const page = (await on.astrid.visit(order)).url;
      const pay = () => fetch(page, { method: 'POST', body: new URLSearchParams('choice=pay') });
      await Promise.all([pay(), pay(), pay()]);
      assert.equal(on.host.gateway.callbacks.length, 1);
      assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
    });

    test('an order expires 30 minutes after the last response to its key', async () => {
      const { order, key } = await on.astrid.start([SENT_LATE]);
      on.clock += ORDER_LIFETIME - 1000;
      assert.deepEqual((await on.astrid.start([SENT_LATE], {}, key)).order, order);
      on.clock += ORDER_LIFETIME - 1000;
      assert.equal((await on.astrid.fees())[0].paymentStatus, 'reserved');
      on.clock += 1001;
      assert.equal((await on.astrid.fees())[0].paymentStatus, undefined);
      await on.host.library.reconcile();
      assert.match(await (await on.astrid.visit(order)).text(), /udløbet/);
      assert.equal((await on.astrid.start([SENT_LATE])).status, 200);
    });
  });
}
