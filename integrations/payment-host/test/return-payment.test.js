import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFixture } from './fixture.js';
import { SENT_LATE } from '../stand-ins/visitor.js';

const on = openFixture();

test('a forged return has no effect', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  for (const result of ['accepted', 'cancelled', 'failed']) {
    const query = new URLSearchParams({ orderid: order.orderId, result, signature: 'x' });
    const answer = await fetch(`${on.host.origin}/payment/return?${query}`, { redirect: 'manual' });
    assert.equal(answer.status, 403);
  }
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'reserved');
});

test('without a payment there is no accepted return', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const { accepturl } = order.form.fields;
  assert.equal((await fetch(accepturl, { redirect: 'manual' })).status, 403);
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'reserved');
});

test('the return does not register the payment', async () => {
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(on.host.fbs.registrations, []);
  assert.deepEqual(on.host.gateway.ledger, []);
});

test('the return URL of a cancellation does not undo a payment', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  const { cancelurl } = order.form.fields;
  const back = (await fetch(cancelurl, { redirect: 'manual' })).headers.get('Location');
  assert.equal(new URL(back).searchParams.get('ddb-result'), 'accepted');
});
