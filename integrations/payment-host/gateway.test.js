import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFixture } from './fixture.js';
import { SENT_LATE } from './visitor.js';

const on = openFixture();

test('rejects a form whose amount was not signed, with a message', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  const body = new URLSearchParams({ ...order.form.fields, amount: '1' });
  const answer = await fetch(order.form.action, { method: 'POST', body });
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /Signaturen \(md5key\) passer ikke/);
  assert.equal(on.host.gateway.payments.size, 0);
});

test('requires the library’s key for its API', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.visit(order);
  for (const [method, path] of [
    ['POST', ''],
    ['POST', `/${order.orderId}/charges`],
    ['POST', `/${order.orderId}/cancels`],
    ['PUT', `/${order.orderId}/terminate`],
  ]) {
    const answer = await fetch(`${on.host.gatewayOrigin}/v1/payments${path}`, { method });
    assert.equal(answer.status, 401, path);
  }
});
