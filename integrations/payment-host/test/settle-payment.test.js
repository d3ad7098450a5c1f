import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { requestDeadline } from '../host/deadline.js';
import { authkeyOf } from '../host/dibs-signature.js';
import { ORDER_LIFETIME, Orders } from '../host/orders.js';
import { settlement } from '../host/settle-payment.js';
import { COMPENSATION, SENT_LATE, SMALL } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const callBack = (fields) =>
  fetch(`${on.host.origin}/payment/callback`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });

/** A signed callback for an unpaid order. */
const forged = (order, { keys = on.host.gateway.keys, ...over } = {}) => {
  const fields = {
    orderid: order.orderId,
    transact: '1',
    amount: '7000',
    currency: '208',
    ...over,
  };
  return { ...fields, authkey: authkeyOf(keys, fields) };
};

test('registers first: what FBS rejects is not charged', async () => {
  on.host.fbs.rejectedFees.add(SENT_LATE);
  const { order } = await on.astrid.start([SENT_LATE]);
  const back = new URL(await on.astrid.choose(order, 'pay'));
  assert.equal(back.searchParams.get('ddb-result'), 'failed');
  assert.deepEqual(on.host.gateway.ledger, []);
  const { state, transact } = on.host.gateway.paymentOf(order.orderId);
  assert.equal(state, 'released');
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'failed');

  // The job has nothing left to do.
  await on.host.library.reconcile();
  assert.deepEqual(on.host.gateway.releases, [transact]);
});

test('registers first: while FBS is down nothing is charged, until the next callback', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  on.host.fbs.down = true;
  const back = new URL(await on.astrid.choose(order, 'pay'));
  assert.equal(back.searchParams.get('ddb-result'), 'accepted');
  assert.deepEqual(on.host.gateway.callbacks, [{ orderId: order.orderId, status: 503 }]);
  assert.deepEqual(on.host.gateway.ledger, []);
  on.host.fbs.down = false;
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'pending');
  assert.equal(await on.host.gateway.callBack(order.orderId), 200);
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
});

test('a fee that has grown since the order is neither registered nor charged', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  on.host.fbs.change(SENT_LATE, 9000);
  const back = new URL(await on.astrid.choose(order, 'pay'));
  assert.equal(back.searchParams.get('ddb-result'), 'failed');
  assert.deepEqual(on.host.fbs.registrations, []);
  assert.deepEqual(on.host.gateway.ledger, []);
  assert.equal(on.host.gateway.paymentOf(order.orderId).state, 'released');
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'failed');
  assert.equal((await on.astrid.start([SENT_LATE], { amount: 9000 })).status, 200);
});

test('the other fees of the order are registered and charged', async () => {
  const { order } = await on.astrid.start([SENT_LATE, COMPENSATION, SMALL]);
  on.host.fbs.change(COMPENSATION, 19257);
  on.host.fbs.change(SMALL, 29);
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(on.host.gateway.ledger, [{ orderId: order.orderId, amount: 7000 }]);
  assert.deepEqual(
    on.host.fbs.registrations.map(({ feeId }) => feeId),
    [SENT_LATE],
  );
});

test('a registration whose answer was lost is repeated, and charged once', async () => {
  on.host.fbs.losesRegistration = true;
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(on.host.gateway.callbacks, [{ orderId: order.orderId, status: 503 }]);
  assert.equal(await on.host.gateway.callBack(order.orderId), 200);
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
});

test('partial registration: only what FBS registered is charged', async () => {
  on.host.fbs.rejectedFees.add(COMPENSATION);
  const { order } = await on.astrid.start([SENT_LATE, COMPENSATION, SMALL]);
  const back = new URL(await on.astrid.choose(order, 'pay'));
  assert.equal(back.searchParams.get('ddb-result'), 'accepted');
  assert.deepEqual(on.host.gateway.ledger, [{ orderId: order.orderId, amount: 7030 }]);
  assert.deepEqual(on.host.chargesOf(COMPENSATION), { captures: 0, ore: 0 });
  const [left] = await on.astrid.fees();
  assert.deepEqual([String(left.feeId), left.paymentStatus], [COMPENSATION, 'failed']);
});

test('a fee that another order has paid is not charged again, even without a check of other orders', async () => {
  on.host.library.guard = 'naive';
  // Like the real FBS, unlike the default for the naive guard.
  on.host.fbs.acceptsDuplicates = () => false;
  const [one, two] = [await on.astrid.start([SENT_LATE]), await on.astrid.start([SENT_LATE])];
  await on.astrid.choose(one.order, 'pay');
  await on.astrid.choose(two.order, 'pay');
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
  assert.equal(on.host.gateway.paymentOf(two.order.orderId).state, 'released');
});

test('repeated and concurrent callbacks charge once', async () => {
  Object.assign(on.host.gateway, { callback: 'never', capturesAgain: true });
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  const { callBack: again } = on.host.gateway;
  const statuses = await Promise.all([again(order.orderId), again(order.orderId)]);
  assert.deepEqual([...statuses, await again(order.orderId)], [200, 200, 200]);
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
});

test('an order is settled by one callback at a time', async () => {
  const orders = new Orders(Date.now);
  const order = orders.open({ patronId: 'astrid', amounts: new Map([['1', 100]]), returnUrl: '' });
  orders.claim(order, '123456');
  const feesOf = mock.fn(async () => []);
  const settle = settlement({
    fbs: { feesOf, register: async () => ['1'] },
    gateway: { capture: async () => undefined },
    worklist: { remove: () => undefined },
    deadline: () => undefined,
  });
  await Promise.all([settle(order), settle(order)]);
  assert.equal(feesOf.mock.callCount(), 1);
});

test('a forged callback is rejected', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const keys = { ...on.host.gateway.keys, k1: 'guessed' };
  assert.equal((await callBack(forged(order, { keys }))).status, 403);
  assert.equal((await callBack({ orderid: order.orderId })).status, 403);
  assert.deepEqual(on.host.fbs.registrations, []);
});

test('a real signature for another amount or another order is rejected', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  assert.equal((await callBack(forged(order, { amount: '1' }))).status, 403);
  assert.equal((await callBack(forged(order, { currency: '752' }))).status, 403);

  on.host.library.guard = 'naive';
  const same = (await on.astrid.start([SENT_LATE])).order;
  await on.astrid.choose(order, 'pay');
  const { transact } = on.host.gateway.paymentOf(order.orderId);
  const fields = { orderid: same.orderId, transact, amount: '7000', currency: '208' };
  const replayed = { ...fields, authkey: authkeyOf(on.host.gateway.keys, fields) };
  assert.equal((await callBack(replayed)).status, 403);
});

test('an expired order is not charged', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const page = (await on.astrid.visit(order)).url;
  on.clock += ORDER_LIFETIME;
  const pay = await fetch(page, { method: 'POST', body: new URLSearchParams('choice=pay') });
  assert.equal(new URL(pay.url).searchParams.get('ddb-result'), 'failed');
  assert.deepEqual(on.host.fbs.registrations, []);
  assert.equal(on.host.gateway.paymentOf(order.orderId).state, 'released');
});

test('the job ends expired orders at the gateway, and repeats what has failed', async () => {
  const { gateway, library } = on.host;
  const { order } = await on.astrid.start([SENT_LATE]);
  on.clock += ORDER_LIFETIME;
  gateway.hangsOn = /terminate/;
  gateway.onHang = on.holdDeadline().pass;
  await library.reconcile();
  gateway.hangsOn = undefined;
  on.deadline = requestDeadline;
  await library.reconcile();
  await library.reconcile();
  assert.deepEqual(gateway.terminations, [order.orderId]);
  assert.match(await (await on.astrid.visit(order)).text(), /udløbet/);
});

test('a paid order does not expire before its callback', async () => {
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  on.clock += 2 * ORDER_LIFETIME;
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'pending');
  assert.equal(await on.host.gateway.callBack(order.orderId), 200);
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });
});

test('the callback can come after the browser has returned', async () => {
  on.host.gateway.callback = 50;
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(on.host.gateway.ledger, []);
  while (!on.host.gateway.ledger.length) await new Promise((resolve) => setTimeout(resolve, 20));
});
