import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFixture } from './fixture.js';
import { SENT_LATE, SMALL } from '../stand-ins/visitor.js';

const on = openFixture();

test('fees are the patron’s own, with amounts in kroner', async () => {
  const fees = await on.astrid.fees();
  assert.deepEqual(
    fees.map(({ feeId }) => feeId),
    [434536, 434537, 434538, 434539, 434540, 500001],
  );
  assert.deepEqual(
    fees.map(({ amount }) => amount),
    [70, 192.56, 0.3, 19.99, 45.5, 230],
  );
});

test('fees have the payment status of the host’s orders', async () => {
  const statuses = async () =>
    Object.fromEntries((await on.astrid.fees()).map((fee) => [fee.feeId, fee.paymentStatus]));
  on.host.fbs.listDelay = 1000;
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  assert.equal((await statuses())[SENT_LATE], 'reserved');
  await on.astrid.choose(order, 'pay');
  assert.equal((await statuses())[SENT_LATE], 'pending');
  await on.host.gateway.callBack(order.orderId);
  assert.equal((await statuses())[SENT_LATE], 'completed');
  assert.equal((await statuses())[SMALL], undefined);
  on.clock += 1001;
  assert.ok(!(SENT_LATE in (await statuses())));

  const declined = await on.astrid.start([SMALL]);
  await on.astrid.choose(declined.order, 'decline');
  assert.equal((await statuses())[SMALL], 'failed');
  on.host.library.statuses = false;
  assert.equal((await statuses())[SMALL], undefined);
});
