import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authkeyOf, md5keyOf } from '../host/dibs-signature.js';
import { SENT_LATE } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

test('the signatures are those of DIBS', () => {
  const keys = { k1: 'one', k2: 'two' };
  // MD5(k2 + MD5(k1 + text)), computed with md5sum.
  const order = { merchant: '90000001', orderid: 'D-1', currency: '208', amount: '7000' };
  assert.equal(md5keyOf(keys, order), '79123eb8ae43b0a3f6caa18886a2f60b');
  const authorised = { transact: '123456', amount: '7000', currency: '208' };
  assert.equal(authkeyOf(keys, authorised), '82773f1c4f4ca9e897f76e3e6bb754e9');
});

test('the form is signed: the gateway rejects another amount', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const body = new URLSearchParams({ ...order.form.fields, amount: '1' });
  const answer = await fetch(order.form.action, { method: 'POST', body });
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /Signaturen \(md5key\) passer ikke/);
  assert.equal(on.host.gateway.payments.size, 0);
});

test('the gateway’s API requires the host’s key', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  const { transact } = on.host.gateway.paymentOf(order.orderId);
  for (const [method, path] of [
    ['POST', '/payments'],
    ['GET', `/payments/${transact}`],
    ['POST', `/payments/${transact}/charges`],
    ['POST', `/payments/${transact}/cancels`],
    ['GET', `/orders/${order.orderId}/authorisations`],
    ['PUT', `/orders/${order.orderId}/terminate`],
  ]) {
    const answer = await fetch(`${on.host.gatewayOrigin}/v1${path}`, { method });
    assert.equal(answer.status, 401, path);
  }
});
