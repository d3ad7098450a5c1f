import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestDeadline } from '../host/deadline.js';
import { ORDER_LIFETIME } from '../host/orders.js';
import { SETTLE_LIMIT } from '../host/reconcile.js';
import { SENT_LATE } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const pay = async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  return order;
};

const assertChargedOnce = () =>
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });

test('a capture whose answer was lost is not repeated: the gateway says what it did', async () => {
  Object.assign(on.host.gateway, { capture: 'answer-lost', capturesAgain: true });
  const order = await pay();
  assert.deepEqual(on.host.gateway.callbacks, [{ orderId: order.orderId, status: 200 }]);
  await on.host.gateway.callBack(order.orderId);
  await on.host.library.reconcile();
  assertChargedOnce();
});

test('a capture is not repeated before the gateway says what it did', async () => {
  const { gateway, library } = on.host;
  Object.assign(gateway, {
    capture: 'answer-lost',
    capturesAgain: true,
    hangsOn: /payments\/\d+$/,
  });
  const deadline = on.holdDeadline();
  gateway.onHang = deadline.pass;
  const order = await pay();
  assert.deepEqual(gateway.callbacks, [{ orderId: order.orderId, status: 503 }]);

  on.deadline = requestDeadline;
  gateway.hangsOn = undefined;
  await library.reconcile();
  assertChargedOnce();
});

test('a capture that did not reach the gateway is repeated', async () => {
  on.host.gateway.capture = 'request-lost';
  const order = await pay();
  assert.deepEqual(on.host.gateway.callbacks, [{ orderId: order.orderId, status: 503 }]);
  assert.deepEqual(on.host.gateway.ledger, []);
  on.host.gateway.capture = 'done';
  await on.host.library.reconcile();
  assertChargedOnce();
});

test('a refused capture is on the worklist, with one alarm', async () => {
  const { gateway, library } = on.host;
  gateway.capture = 'refused';
  const order = await pay();
  await gateway.callBack(order.orderId);
  await library.reconcile();
  assert.deepEqual(gateway.ledger, []);
  const { transact } = gateway.paymentOf(order.orderId);
  assert.deepEqual(
    library.alarms.map(({ since, ...entry }) => [entry, new Date(since) <= new Date()]),
    [
      [
        {
          orderId: order.orderId,
          transact,
          amount: 7000,
          reason: 'Registered in FBS, but the gateway refuses to capture.',
        },
        true,
      ],
    ],
  );
  assert.deepEqual(library.worklist.entries, library.alarms);
  library.worklist.remove(order.orderId);
  await library.reconcile();
  assert.deepEqual(library.worklist.entries, []);
});

test('a payment that is unsettled for a day is on the worklist until it is settled', async () => {
  const { fbs, library } = on.host;
  const { order } = await on.astrid.start([SENT_LATE]);
  fbs.down = true;
  await on.astrid.choose(order, 'pay');
  on.clock += SETTLE_LIMIT - 60_000;
  await library.reconcile();
  assert.deepEqual(library.alarms, []);
  on.clock += 120_000;
  await library.reconcile();
  await library.reconcile();
  assert.deepEqual(
    library.alarms.map(({ reason }) => reason),
    ['Unsettled for a day.'],
  );
  fbs.down = false;
  await library.reconcile();
  assert.deepEqual(library.worklist.entries, []);
  assertChargedOnce();
});

test('without a callback, the job asks the gateway, and settles the payment', async () => {
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.chooseAndLeave(order, 'pay');
  await on.host.library.reconcile();
  assertChargedOnce();
  assert.equal((await on.astrid.start([SENT_LATE])).status, 410);
});

test('without a callback, a payment is settled also when its order would expire', async () => {
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.chooseAndLeave(order, 'pay');
  on.clock += ORDER_LIFETIME;
  await on.host.library.reconcile();
  assertChargedOnce();
});

test('without a callback, the job settles also what the browser has returned from', async () => {
  on.host.gateway.callback = 'never';
  await pay();
  assert.deepEqual(on.host.gateway.ledger, []);
  await on.host.library.reconcile();
  assertChargedOnce();
});
