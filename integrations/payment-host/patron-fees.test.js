import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENT_LATE, SMALL } from './visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

test('require a token, and contain only its patron’s fees', async () => {
  const without = await fetch(`${on.host.origin}/patron/fees`);
  assert.equal(without.status, 401);
  assert.equal(without.headers.get('Content-Type'), 'application/problem+json');
  const wrong = { headers: { Authorization: 'Bearer somebody' } };
  assert.equal((await fetch(`${on.host.origin}/patron/fees`, wrong)).status, 401);

  const fees = await on.astrid.fees();
  assert.deepEqual(
    fees.map(({ feeId }) => feeId),
    [434536, 434537, 434538, 434539, 434540, 500001],
  );
  assert.deepEqual(
    fees.map(({ amount }) => amount),
    [70, 192.56, 0.3, 19.99, 45.5, 230],
  );
  on.host.fbs.logOut();
  assert.equal((await on.astrid.ask('/patron/fees')).status, 401);
});

test('the token requires a session, whose cookie scripts cannot read', async () => {
  assert.match(on.astrid.setCookie, /HttpOnly; SameSite=Lax/);
  assert.equal((await fetch(`${on.host.origin}/patron/token`)).status, 401);
});

test('contain the payment status from the library’s orders', async () => {
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
