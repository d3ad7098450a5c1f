import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ORDER_LIFETIME } from '../../integrations/payment-host/host/orders.js';
import { openFixture } from './fixture.js';

/**
 * CONTRACT 6: one payment at a time. The library does not check for other orders here, so only the widget prevents a
 * second one.
 */
const on = openFixture();

const keys = () => [...new Set(on.host.library.starts.map(({ key }) => key))];

beforeEach(async () => {
  on.host.library.guard = 'naive';
  on.host.library.statuses = false;
  await on.astrid.openPage();
});

for (const by of ['dibs', 'easy']) {
  describe(`by ${by}`, () => {
    beforeEach(async () => {
      on.host.library.gateway = by;
    });

    /** Goes to the gateway, and returns with the Back button. */
    async function goToGatewayAndBack(astrid) {
      await astrid.press('pay-all');
      await astrid.arriveAtGateway();
      await astrid.page.goBack();
      assert.match(await astrid.textOf('payment-open'), /328,35 kr\./);
    }

    test('after Back from the gateway, no other payment can start, and the same one can be continued', async () => {
      const { astrid } = on;
      await goToGatewayAndBack(astrid);
      await astrid.assertCannotStart();
      await astrid.press('continue-button');
      await astrid.completeAtGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(keys().length, 1);
      assert.equal(on.host.gateway.payments.size, 1);
      await astrid.assertDone();
    });

    test('after Back, continuing and cancelling, a payment can start again', async () => {
      const { astrid } = on;
      await goToGatewayAndBack(astrid);
      await astrid.press('continue-button');
      await astrid.completeAtGateway('cancel');
      await astrid.part('payment-cancelled').waitFor();
      await astrid.assertDone();
    });

    test('after Back and a reload, the payment can still be continued', async () => {
      const { astrid } = on;
      await goToGatewayAndBack(astrid);
      await astrid.page.reload();
      await astrid.part('payment-open').waitFor();
      await astrid.assertCannotStart();
      await astrid.press('continue-button');
      await astrid.completeAtGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(keys().length, 1);
      await astrid.assertDone();
    });

    test('after Back and Forward, the payment can be completed', async () => {
      const { astrid } = on;
      await goToGatewayAndBack(astrid);
      await astrid.page.goForward();
      await astrid.completeAtGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(on.host.library.starts.length, 1);
      await astrid.assertDone();
    });

    test('after Back from the receipt, no payment can start', async () => {
      const { astrid } = on;
      await astrid.press('pay-all');
      await astrid.completeAtGateway('pay');
      await astrid.part('receipt').waitFor();
      await astrid.page.goBack();
      await astrid.page.waitForTimeout(500);
      await astrid.openPage();
      assert.equal(await astrid.part('section-dibs').count(), 0);
      assert.equal(on.host.library.starts.length, 1);
    });

    test('a duplicated tab continues the same order', async () => {
      const { astrid } = on;
      await goToGatewayAndBack(astrid);
      const copy = await astrid.duplicateTab();
      await copy.part('payment-open').waitFor();
      await copy.assertCannotStart();
      await copy.press('continue-button');
      await copy.completeAtGateway('pay');
      await copy.part('receipt').waitFor();
      await astrid.assertCannotStart();
      assert.equal(keys().length, 1);
    });
  });
}

/** With a hosted page, the gateway knows every order, not only those whose page was opened. */
describe('two presses', () => {
  beforeEach(() => {
    on.host.library.gateway = 'easy';
  });

  test('a double click starts one', async () => {
    const { astrid } = on;
    on.host.library.startAnswer = 'slow';
    await astrid.part('pay-all').dblclick();
    await astrid.arriveAtGateway();
    assert.equal(on.host.library.starts.length, 1);
    assert.equal(on.host.gateway.payments.size, 1);
    await astrid.completeAtGateway('pay');
    await astrid.part('receipt').waitFor();
  });

  /** Presses in all tabs. Returns the tab that reached the gateway first, and the other. */
  async function pressAtOnce(...tabs) {
    on.host.library.startAnswer = 'slow';
    const buttons = await Promise.all(tabs.map((tab) => tab.part('pay-all').elementHandle()));
    await Promise.all(buttons.map((button) => button.evaluate((element) => element.click())));
    const first = await Promise.race(tabs.map((tab) => tab.arriveAtGateway().then(() => tab)));
    return { first, second: tabs.find((tab) => tab !== first) };
  }

  test('in two tabs at the same time start one payment', async () => {
    const { first, second } = await pressAtOnce(on.astrid, await on.astrid.openAnotherTab());
    assert.match(await second.textOf('payment-elsewhere'), /anden fane/);
    await second.assertCannotStart();
    assert.equal(on.host.gateway.payments.size, 1);
    await first.completeAtGateway('pay');
    await first.part('receipt').waitFor();
    assert.equal(keys().length, 1);
    await first.assertDone();
  });

  test('in two tabs without the Web Locks API: one tab goes to the gateway', async () => {
    const { astrid } = on;
    await astrid.disableLocks();
    await astrid.openPage();
    const { first, second } = await pressAtOnce(astrid, await astrid.openAnotherTab());
    await second.part('payment-elsewhere').waitFor();
    await second.assertCannotStart();
    await first.completeAtGateway('pay');
    await first.part('receipt').waitFor();
    assert.equal(on.host.gateway.ledger.length, 1);
  });

  test('while one tab is at the gateway, another cannot start until the first returns', async () => {
    const { astrid } = on;
    const other = await astrid.openAnotherTab();
    await astrid.select('70,00');
    await astrid.press('pay-selected');
    await astrid.arriveAtGateway();
    await other.assertCannotStart();
    await other.part('payment-elsewhere').waitFor();
    const late = await astrid.openAnotherTab();
    await late.assertCannotStart();
    await astrid.completeAtGateway('cancel');
    await other.part('payment-elsewhere').waitFor({ state: 'hidden' });
    await other.press('pay-all');
    await other.completeAtGateway('pay');
    await other.part('receipt').waitFor();
    assert.equal(keys().length, 2);
  });
});

test('after a cancelled payment, payments can start in every tab', async () => {
  const { astrid } = on;
  const other = await astrid.openAnotherTab();
  await astrid.press('pay-all');
  await astrid.completeAtGateway('cancel');
  await astrid.part('payment-cancelled').waitFor();
  // Time for the messages between the tabs.
  await astrid.page.waitForTimeout(500);
  for (const tab of [astrid, other]) {
    assert.equal(await tab.part('payment-elsewhere').count(), 0);
    assert.ok(await tab.part('pay-all').isEnabled());
    assert.deepEqual(await tab.stored(), []);
  }
});

test('debts that one tab has paid cannot be paid in another while they are registered', async () => {
  const { astrid, host } = on;
  host.fbs.listDelay = 60_000;
  const other = await astrid.openAnotherTab();
  await astrid.select('70,00');
  await astrid.press('pay-selected');
  await astrid.completeAtGateway('pay');
  await astrid.part('payment-registering').waitFor();
  await other.part('pay-all').filter({ hasText: '258,35' }).waitFor();
  await other.press('pay-all');
  await other.completeAtGateway('pay');
  await other.part('payment-registering').waitFor();
  assert.deepEqual(
    host.library.starts.map(({ amount }) => amount),
    [7000, 25835],
  );
});

test('a new order can only start after the first has expired at the payment host', async () => {
  const { astrid, host } = on;
  await astrid.page.clock.install();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  const gatewayPage = astrid.page.url();
  await astrid.page.goBack();
  await astrid.part('payment-open').waitFor();
  const minutes = (count) => count * 60_000;
  on.clock += minutes(29);
  await astrid.page.clock.fastForward(minutes(29));
  await astrid.assertCannotStart();
  on.clock += minutes(12);
  assert.ok(on.clock > ORDER_LIFETIME);
  await astrid.page.clock.fastForward(minutes(12));
  await astrid.part('pay-all').waitFor();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  assert.equal(keys().length, 2);
  assert.notEqual(astrid.page.url(), gatewayPage);

  const expired = await fetch(gatewayPage, {
    method: 'POST',
    body: new URLSearchParams('choice=pay'),
  });
  assert.equal(expired.status, 409);
  await astrid.completeAtGateway('pay');
  await astrid.part('receipt').waitFor();
  assert.equal(host.gateway.ledger.length, 1);
});
