import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehearse } from './rehearse.js';
import { SENT_LATE } from './visitor.js';

const on = rehearse();

test('is verified: a forged one changes nothing and leads nowhere', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  for (const result of ['accepted', 'cancelled', 'failed']) {
    const query = new URLSearchParams({ orderid: order.orderId, result, seal: 'x' });
    const answer = await fetch(`${on.host.origin}/payment/return?${query}`, { redirect: 'manual' });
    assert.equal(answer.status, 403);
  }
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'reserved');
});

test('is verified: who has not paid cannot come back as if', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const { accepturl } = order.form.fields;
  assert.equal((await fetch(accepturl, { redirect: 'manual' })).status, 403);
  assert.equal((await on.astrid.fees())[0].paymentStatus, 'reserved');
});

test('registers nothing', async () => {
  on.host.gateway.callback = 'never';
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(on.host.fbs.registrations, []);
  assert.deepEqual(on.host.gateway.ledger, []);
});

test('says what is so: the way back of a cancellation does not undo a payment', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  const { cancelurl } = order.form.fields;
  const back = (await fetch(cancelurl, { redirect: 'manual' })).headers.get('Location');
  assert.equal(new URL(back).searchParams.get('ddb-result'), 'accepted');
});
