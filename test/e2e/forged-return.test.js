import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFixture } from './fixture.js';

/** CONTRACT 6: the widget acts only on an order that it started itself in this tab. */
const on = openFixture();

const FORGED = 'ddb-order=D-1&ddb-result=accepted';

test('a forged return is removed from the URL, claims nothing and locks nothing', async () => {
  const { astrid } = on;
  await astrid.openPage(`/?side=2&q=a%20b&${FORGED}&tom#gebyrer`);
  await astrid.assertDone('/?side=2&q=a%20b&tom#gebyrer');
  assert.match(await astrid.part('payment').innerText(), /^Har du lige betalt\?/);
  assert.equal(await astrid.part('receipt').count(), 0);
  assert.equal(await astrid.part('choice').count(), 5);
});

test('a forged return does not end an open order', async () => {
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

test('a return with a real order number is ignored in another tab', async () => {
  const { astrid, host } = on;
  await astrid.openPage();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  const other = await astrid.openAnotherTab();
  const { orderId } = host.library.starts[0];
  await other.openPage(`/?ddb-order=${orderId}&ddb-result=accepted`);
  assert.equal(await other.part('receipt').count(), 0);
  assert.equal(await other.part('payment-registering').count(), 0);
});
