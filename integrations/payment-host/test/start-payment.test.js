import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fbsClient } from '../host/fbs-client.js';
import {
  BOS,
  COMPENSATION,
  NEW_SYSTEM,
  ODD,
  SENT_LATE,
  SMALL,
  Visitor,
} from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

test('requires an Idempotency-Key', async () => {
  const body = on.astrid.requestFor([SENT_LATE]);
  const none = await on.astrid.ask('/payment/start', {
    method: 'POST',
    body: JSON.stringify(body),
  });
  assert.equal(none.status, 400);
});

test('idempotency: the same key and request have the same response and one order', async () => {
  const key = 'key-1';
  const [first, second] = await Promise.all([
    on.astrid.start([SENT_LATE], {}, key),
    on.astrid.start([SENT_LATE], {}, key),
  ]);
  const third = await on.astrid.start([SENT_LATE], {}, key);
  assert.deepEqual(second.order, first.order);
  assert.deepEqual(third.order, first.order);
  assert.deepEqual(
    on.host.library.starts.map(({ orderId, status }) => ({ orderId, status })),
    Array(3).fill({ orderId: first.order.orderId, status: 200 }),
  );
});

test('idempotency: the same key with another request is a 400', async () => {
  await on.astrid.start([SENT_LATE], {}, 'key-1');
  assert.equal((await on.astrid.start([SMALL], {}, 'key-1')).status, 400);
});

test('idempotency: keys of different patrons are independent', async () => {
  const bo = await Visitor.open(on.host, 'bo');
  const { order } = await on.astrid.start([SENT_LATE], {}, 'key-1');
  const his = await bo.start([BOS], {}, 'key-1');
  assert.equal(his.status, 200);
  assert.notEqual(his.order.orderId, order.orderId);
});

test('idempotency: after a lost response, the same key gets the same order', async () => {
  on.host.library.startAnswer = 'lost-once';
  await assert.rejects(on.astrid.start([SENT_LATE], {}, 'key-1'));
  const { status, order } = await on.astrid.start([SENT_LATE], {}, 'key-1');
  assert.equal(status, 200);
  assert.deepEqual(
    on.host.library.starts.map(({ orderId, status: each }) => [orderId, each]),
    [
      [order.orderId, 0],
      [order.orderId, 200],
    ],
  );
});

test('409: being paid in another order, unless the guard is naive', async () => {
  await on.astrid.start([SENT_LATE, SMALL]);
  const { status, type } = await on.astrid.start([SMALL, ODD]);
  assert.deepEqual([status, type], [409, 'application/problem+json']);
  on.host.library.guard = 'naive';
  assert.equal((await on.astrid.start([SMALL, ODD])).status, 200);
});

test('409: authorised and not registered', async () => {
  on.host.gateway.callback = 'never';
  await on.astrid.choose((await on.astrid.start([SENT_LATE])).order, 'pay');
  assert.equal((await on.astrid.start([SENT_LATE])).status, 409);
});

test('409: concurrent requests', async () => {
  const both = await Promise.all([on.astrid.start([SENT_LATE]), on.astrid.start([SENT_LATE])]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
});

test('410: already paid, also while FBS still lists it', async () => {
  on.host.fbs.listDelay = 1000;
  await on.astrid.choose((await on.astrid.start([SENT_LATE])).order, 'pay');
  assert.equal((await on.astrid.start([SENT_LATE])).status, 410);
  on.clock += 1001;
  assert.equal((await on.astrid.start([SENT_LATE])).status, 410);
});

test('410: paid elsewhere', async () => {
  const atTheCounter = { orderId: 'counter', patronId: 'astrid' };
  await fbsClient(on.host.fbs).register(atTheCounter, [SENT_LATE]);
  assert.equal((await on.astrid.start([SENT_LATE])).status, 410);
});

test('422: the amount differs from FBS', async () => {
  const { status } = await on.astrid.start([COMPENSATION, SMALL], { amount: 19285 });
  assert.equal(status, 422);
});

test('only the patron’s own fees, and only payable ones', async () => {
  assert.equal((await on.astrid.start([BOS], { amount: 7000 })).status, 422);
  assert.equal((await on.astrid.start(['999'], { amount: 7000 })).status, 422);
  assert.equal((await on.astrid.start([NEW_SYSTEM], { amount: 23000 })).status, 422);
});

test('rejects a returnUrl on another origin', async () => {
  for (const returnUrl of [
    'https://example.org/',
    on.host.gatewayOrigin,
    `${on.host.origin}.example.org/`,
    'javascript:alert(1)',
    '/relative',
  ]) {
    assert.equal((await on.astrid.start([SENT_LATE], { returnUrl })).status, 400, returnUrl);
  }
});

test('rejects invalid requests', async () => {
  for (const over of [
    { currency: 'EUR' },
    { feeIds: [] },
    { feeIds: [434536] },
    { feeIds: [SENT_LATE, SENT_LATE] },
    { amount: 70.5 },
    { amount: '7000' },
    { amount: -7000 },
  ]) {
    assert.equal((await on.astrid.start([SENT_LATE], over)).status, 400, JSON.stringify(over));
  }
  const statusOf = async (body) =>
    (await on.astrid.ask('/payment/start', { method: 'POST', body })).status;
  assert.equal(await statusOf('{'), 400);
  assert.equal(await statusOf(' '.repeat(64_001)), 413);
});

test('a rejected request creates no order, and its key can be used again', async () => {
  assert.equal((await on.astrid.start([SENT_LATE], { amount: 1 }, 'key-1')).status, 422);
  assert.equal((await on.astrid.start([SENT_LATE], {}, 'key-1')).status, 200);
});

test('order numbers have 128 random bits, and fit DIBS', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  assert.match(order.orderId, /^D(-[0-9A-F]{8}){4}$/);
  const { order: other } = await on.astrid.start([SMALL]);
  // Two of the groups are equal by chance once in 150 million runs.
  const groups = [order, other].flatMap(({ orderId }) => orderId.split('-').slice(1));
  assert.equal(new Set(groups).size, 8);
});

test('errors are application/problem+json, and are not cached', async () => {
  const { status, headers } = await on.astrid.startRaw([SENT_LATE], { amount: 1 });
  assert.deepEqual(
    [status, headers.get('Content-Type'), headers.get('Cache-Control')],
    [422, 'application/problem+json', 'no-store'],
  );
});

test('tests can set any response', async () => {
  on.host.library.startAnswer = (response) => response.end('<p>Hej');
  const answer = await on.astrid.startRaw([SENT_LATE]);
  assert.equal(await answer.text(), '<p>Hej');
});
