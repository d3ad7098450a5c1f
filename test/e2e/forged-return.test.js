import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.js';

/** CONTRACT 6: the widget acts only on an order that it started itself in this tab. */
const on = stage();

const FORGED = 'ddb-order=D-1&ddb-result=accepted';

test('a forged return is ignored and taken out of the address, which is else as it was', async () => {
  const { astrid } = on;
  await astrid.openPage(`/?side=2&q=a%20b&${FORGED}&tom#gebyrer`);
  await astrid.assertDone('/?side=2&q=a%20b&tom#gebyrer');
  assert.equal(await astrid.part('payment').count(), 0);
  assert.equal(await astrid.part('receipt').count(), 0);
  assert.equal(await astrid.part('choice').count(), 5);
});

test('a forged return does not end an order that is open', async () => {
  const { astrid, host } = on;
  host.library.guard = 'naive';
  await astrid.openPage();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  await astrid.openPage(`/?${FORGED}`);
  await astrid.part('payment-open').waitFor();
  assert.equal(await astrid.part('receipt').count(), 0);
  await astrid.assertCannotStart();
});

test('a forged return in another tab does nothing with the number of a real order', async () => {
  const { astrid, host } = on;
  await astrid.openPage();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  const other = await astrid.inAnotherTab();
  const { orderId } = host.library.starts[0];
  await other.openPage(`/?ddb-order=${orderId}&ddb-result=accepted`);
  assert.equal(await other.part('receipt').count(), 0);
  assert.equal(await other.part('payment-registering').count(), 0);
});
