import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { LIFE } from '../host/orders.js';
import { stage } from './stage.js';

/**
 * CONTRACT 6: one payment at a time. The library here looks at no other orders and says nothing of them, so what holds
 * a second one back is the widget.
 */
const on = stage();

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

    /** Goes to the gateway, and comes back without having done anything there. */
    async function goAndComeBack(astrid) {
      await astrid.press('pay-all');
      await astrid.arriveAtGateway();
      await astrid.page.goBack();
      assert.match(await astrid.reads('payment-open'), /328,35 kr\./);
    }

    test('Back from the gateway: no other can be started, and the same one can be gone on with', async () => {
      const { astrid } = on;
      await goAndComeBack(astrid);
      await astrid.assertCannotStart();
      await astrid.press('continue-button');
      await astrid.atGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(keys().length, 1);
      assert.equal(on.host.gateway.payments.size, 1);
      await astrid.assertDone();
    });

    test('Back, and gone on with, and cancelled: free again', async () => {
      const { astrid } = on;
      await goAndComeBack(astrid);
      await astrid.press('continue-button');
      await astrid.atGateway('cancel');
      await astrid.part('payment-cancelled').waitFor();
      await astrid.assertDone();
    });

    test('Back and a reload: as before it', async () => {
      const { astrid } = on;
      await goAndComeBack(astrid);
      await astrid.page.reload();
      await astrid.part('payment-open').waitFor();
      await astrid.assertCannotStart();
      await astrid.press('continue-button');
      await astrid.atGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(keys().length, 1);
      await astrid.assertDone();
    });

    test('Back, and Forward again, and paid there', async () => {
      const { astrid } = on;
      await goAndComeBack(astrid);
      await astrid.page.goForward();
      await astrid.atGateway('pay');
      await astrid.part('receipt').waitFor();
      assert.equal(on.host.library.starts.length, 1);
      await astrid.assertDone();
    });

    test('Back after it was paid: not paid again', async () => {
      const { astrid } = on;
      await astrid.press('pay-all');
      await astrid.atGateway('pay');
      await astrid.part('receipt').waitFor();
      await astrid.page.goBack();
      await astrid.page.waitForTimeout(500);
      await astrid.openPage();
      assert.equal(await astrid.part('section-dibs').count(), 0);
      assert.equal(on.host.library.starts.length, 1);
    });

    test('the same order in a copy of the tab stays one order', async () => {
      const { astrid } = on;
      await goAndComeBack(astrid);
      const copy = await astrid.inACopyOfTheTab();
      await copy.part('payment-open').waitFor();
      await copy.assertCannotStart();
      await copy.press('continue-button');
      await copy.atGateway('pay');
      await copy.part('receipt').waitFor();
      await astrid.assertCannotStart();
      assert.equal(keys().length, 1);
    });
  });
}

/** By a hosted page: then the gateway knows of every order that was made, and not only of those that were gone to. */
describe('pressed twice', () => {
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
    await astrid.atGateway('pay');
    await astrid.part('receipt').waitFor();
  });

  /** Both tabs press: which of them got to the gateway, and which did not. */
  async function pressAtOnce(...tabs) {
    on.host.library.startAnswer = 'slow';
    const buttons = await Promise.all(tabs.map((tab) => tab.part('pay-all').elementHandle()));
    await Promise.all(buttons.map((button) => button.evaluate((element) => element.click())));
    const first = await Promise.race(tabs.map((tab) => tab.arriveAtGateway().then(() => tab)));
    return { first, second: tabs.find((tab) => tab !== first) };
  }

  test('in two tabs at the same moment: one is started', async () => {
    const { first, second } = await pressAtOnce(on.astrid, await on.astrid.inAnotherTab());
    assert.match(await second.reads('payment-elsewhere'), /anden fane/);
    await second.assertCannotStart();
    assert.equal(on.host.gateway.payments.size, 1);
    await first.atGateway('pay');
    await first.part('receipt').waitFor();
    assert.equal(keys().length, 1);
    await first.assertDone();
  });

  test('in two tabs of a browser without locks: one goes to the gateway', async () => {
    const { astrid } = on;
    await astrid.haveNoLocks();
    await astrid.openPage();
    const { first, second } = await pressAtOnce(astrid, await astrid.inAnotherTab());
    await second.part('payment-elsewhere').waitFor();
    await second.assertCannotStart();
    await first.atGateway('pay');
    await first.part('receipt').waitFor();
    assert.equal(on.host.gateway.ledger.length, 1);
  });

  test('in another tab, while one is at the gateway: none, and free when that is back', async () => {
    const { astrid } = on;
    const other = await astrid.inAnotherTab();
    await astrid.choose('70,00');
    await astrid.press('pay-selected');
    await astrid.arriveAtGateway();
    await other.assertCannotStart();
    await other.part('payment-elsewhere').waitFor();
    const late = await astrid.inAnotherTab();
    await late.assertCannotStart();
    await astrid.atGateway('cancel');
    await other.part('payment-elsewhere').waitFor({ state: 'hidden' });
    await other.press('pay-all');
    await other.atGateway('pay');
    await other.part('receipt').waitFor();
    assert.equal(keys().length, 2);
  });
});

test('with another tab open, the tab that comes back is free, and so is the other', async () => {
  const { astrid } = on;
  const other = await astrid.inAnotherTab();
  await astrid.press('pay-all');
  await astrid.atGateway('cancel');
  await astrid.part('payment-cancelled').waitFor();
  // Whatever the tabs have to say to each other is said by then.
  await astrid.page.waitForTimeout(500);
  for (const tab of [astrid, other]) {
    assert.equal(await tab.part('payment-elsewhere').count(), 0);
    assert.ok(await tab.part('pay-all').isEnabled());
    assert.deepEqual(await tab.remembered(), []);
  }
});

test('what one tab has paid, another does not pay again while it is being registered', async () => {
  const { astrid, host } = on;
  host.fbs.listDelay = 60_000;
  const other = await astrid.inAnotherTab();
  await astrid.choose('70,00');
  await astrid.press('pay-selected');
  await astrid.atGateway('pay');
  await astrid.part('payment-registering').waitFor();
  await other.part('pay-all').filter({ hasText: '258,35' }).waitFor();
  await other.press('pay-all');
  await other.atGateway('pay');
  await other.part('payment-registering').waitFor();
  assert.deepEqual(
    host.library.starts.map(({ amount }) => amount),
    [7000, 25835],
  );
});

test('an order that has died at the host can be followed by another, and by no earlier one', async () => {
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
  assert.ok(on.clock > LIFE);
  await astrid.page.clock.fastForward(minutes(12));
  await astrid.part('pay-all').waitFor();
  await astrid.press('pay-all');
  await astrid.arriveAtGateway();
  assert.equal(keys().length, 2);
  assert.notEqual(astrid.page.url(), gatewayPage);

  const dead = await fetch(gatewayPage, {
    method: 'POST',
    body: new URLSearchParams('choice=pay'),
  });
  assert.equal(dead.status, 409);
  await astrid.atGateway('pay');
  await astrid.part('receipt').waitFor();
  assert.equal(host.gateway.ledger.length, 1);
});
