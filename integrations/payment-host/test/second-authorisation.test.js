import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENT_LATE } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const statesOf = ({ orderId }) => on.host.gateway.paymentsOf(orderId).map(({ state }) => state);

test('the gateway refuses a second authorisation, because the form has uniqueoid', async () => {
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  assert.match(await (await on.astrid.visit(order)).text(), /allerede betalt/);
  await on.astrid.chooseAndLeave(order, 'pay');
  assert.deepEqual(statesOf(order), ['captured']);
});

test('a second authorisation of an order is released', async () => {
  on.host.gateway.authorisesAgain = true;
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  const back = new URL(await on.astrid.choose(order, 'pay'));
  assert.equal(back.searchParams.get('ddb-result'), 'accepted');
  assert.deepEqual(statesOf(order), ['captured', 'released']);
  assert.deepEqual(
    on.host.gateway.callbacks.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(on.host.chargesOf(SENT_LATE), { captures: 1, ore: 7000 });

  // A repeated callback changes nothing.
  assert.equal(await on.host.gateway.callBack(order.orderId), 200);
  assert.deepEqual(statesOf(order), ['captured', 'released']);
});

test('a second authorisation is released by the job, also when the first has been settled', async () => {
  on.host.gateway.authorisesAgain = true;
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.choose(order, 'pay');
  on.host.gateway.callback = 'never';
  await on.astrid.choose(order, 'pay');
  assert.deepEqual(statesOf(order), ['captured', 'authorised']);
  await on.host.library.reconcile();
  assert.deepEqual(statesOf(order), ['captured', 'released']);
});

test('a second authorisation is released by the job, if its callback is lost', async () => {
  Object.assign(on.host.gateway, { authorisesAgain: true, callback: 'never' });
  const { order } = await on.astrid.start([SENT_LATE]);
  await on.astrid.chooseAndLeave(order, 'pay');
  await on.astrid.chooseAndLeave(order, 'pay');
  await on.host.library.reconcile();
  assert.deepEqual(statesOf(order), ['captured', 'released']);
});
