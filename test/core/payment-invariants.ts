import { expect } from '@open-wc/testing';
import { claimedLocksAt, openOrderAt, otherTabClaimAt } from '../../src/payment/core/selectors.js';
import { present } from './given.js';
import { MINUTE } from './payment-fixtures.js';
import type { World } from './payment-world.js';

/** No debt is in two orders that can both be accepted. */
export function assertPaidOnce(world: World, feeIds: readonly string[]): void {
  // An assertion is slower than the step that it checks, so it is made only where it fails.
  for (const feeId of feeIds) {
    const live = world.liveOrdersOf(feeId);
    if (live.length > 1) expect(live, `debt ${feeId}`).to.have.length.below(2);
  }
}

/** Without a strict payment host, no two orders can be paid at the same time. */
export function assertOnePayment(world: World): void {
  if (world.behaviour.strict) return;
  const orders = world.payableOrders();
  if (orders.length > 1) expect(orders, 'one at a time').to.have.length.below(2);
}

/** The notices about money are true. */
export function assertNoticesTrue({ tabs, host }: World): void {
  for (const tab of tabs) {
    const { shown } = tab;
    if (shown.length) tab.shown = [];
    for (const notice of shown) {
      if (!('order' in notice)) continue;
      const order = present(host.orders.get(notice.order.id));
      const owed = notice.order.lines.filter(({ feeId }) => host.owed.has(feeId));
      if (notice.is === 'receipt') {
        expect([order.state, owed.length]).to.deep.equal(['registered', 0]);
      }
      if (notice.is === 'partly') expect(order.state).to.equal('registered');
      if (notice.is === 'failed' || notice.is === 'cancelled') {
        expect(host.isLive(order), `${notice.is}, but it is ${order.state}`).to.be.false;
      }
    }
  }
}

/** Ends every request, and delivers all messages. */
export function finishRequests(world: World): void {
  for (const tab of world.tabs) {
    tab.timeOut();
    tab.store?.dispatch({ type: 'pageShown' });
  }
  world.deliverAll();
}

/** Every lock on other tabs belongs to an order that has not ended. */
export function assertLocksOwned(world: World): void {
  finishRequests(world);
  const claimed = world.tabs.flatMap((tab) => tab.claimedKeys());
  for (const { store } of world.tabs) {
    const keys = store?.state.otherClaims.map(({ key }) => key) ?? [];
    expect(keys.filter((key) => !claimed.includes(key))).to.be.empty;
  }
}

/** Assertion libraries are too slow for each of a million states. */
function ensure(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Once the messages have arrived, every tab knows that the order is paid. */
export function assertPaidEverywhere(world: World, orderId: string): void {
  world.deliverAll();
  for (const { store } of world.tabs) {
    const isPaid = store?.state.accepted.some(({ order }) => order.id === orderId) ?? false;
    ensure(isPaid, 'a tab does not know that an order is paid');
  }
}

/** In open pages, without a reload, no payment is in progress for longer than an order's lifetime. */
export function assertPaymentsEnd(world: World): void {
  finishRequests(world);
  world.pass(36 * MINUTE);
  // A tab that was at the gateway has noticed only now that the clock was put back.
  if (world.behaviour.clockIsPutBack) world.pass(36 * MINUTE);
  world.deliverAll();
  world.readDue();
  world.deliverAll();
  for (const tab of world.tabs) {
    const { store } = tab;
    if (!store) continue;
    store.dispatch({ type: 'timeElapsed' });
    ensure(!openOrderAt(store.state, tab.now()), 'an order is still open');
    ensure(!otherTabClaimAt(store.state, tab.now()), 'another tab is still paying');
    const locks = [...claimedLocksAt(store.state, tab.now()).values()];
    ensure(!locks.includes('paying'), 'a debt is still being paid');
  }
}

/** After that, every debt that is not locked can be paid. */
export function assertPayable(world: World): void {
  for (const tab of world.tabs) {
    const feeIds = tab.selectable();
    if (!tab.store || tab.storageFails || !feeIds.length) continue;
    tab.pay(feeIds);
    ensure(tab.store.state.current.is === 'starting', 'no payment can start');
    finishRequests(world);
  }
}

/** A day later, nothing is locked and everything owed can be paid. */
export function assertLocksEnd(world: World): void {
  for (const { id } of world.host.orders.values()) world.host.register(id);
  finishRequests(world);
  world.pass(25 * 60 * MINUTE);
  for (const tab of world.tabs) {
    tab.open();
    tab.readDebts();
    if (!tab.store || tab.storageFails) continue;
    const { state } = tab.store;
    ensure(!claimedLocksAt(state, tab.now()).size, 'a debt is locked for ever');
    ensure(!openOrderAt(state, tab.now()), 'an order is open for ever');
    ensure(!otherTabClaimAt(state, tab.now()), 'another tab is paying for ever');
  }
  for (const tab of world.tabs) {
    if (tab.storageFails || !tab.list.size) continue;
    tab.pay(tab.selectable());
    ensure(tab.store?.state.current.is === 'starting', 'no payment can start');
    const { order } = tab.request ?? {};
    ensure(order?.lines.length === world.host.owed.size, 'some debts cannot be paid');
    tab.timeOut();
    for (const other of world.tabs) other.receiveAll();
  }
}
