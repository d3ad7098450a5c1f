import type { Claim } from './claims.js';
import { amountOf, feeIdsOf, type Order, type SentOrder } from './order.js';
import { ordersOf, withOrders } from './state.js';
import type { DebtsRead, Notice, OrderEntry, Outcome, PaymentState, Result } from './state.js';

export const outcomeOf = (is: Result, order: SentOrder, at: number): Outcome => {
  return { is, order, amount: amountOf(order), at };
};

/** What the list says of an order's debts. */
function statusOf({ lines }: Order, { debts, complete }: DebtsRead) {
  const listed = lines.filter(({ feeId }) => !complete || debts.has(feeId));
  const pending = listed.filter(({ feeId, failed }) => failed || debts.get(feeId) !== 'failed');
  return {
    gone: lines.filter((line) => !listed.includes(line)),
    noneListed: !listed.length,
    allListed: listed.length === lines.length,
    pending: feeIdsOf({ lines: pending }),
    /** The payment host says that all listed debts are paid. */
    paid: listed.every(({ feeId }) => /^(pending|completed)$/.test(debts.get(feeId) ?? '')),
  };
}

/** Another tab's paid order no longer locks a debt that the list says has failed. */
const withoutFailed = (claim: Claim, { debts }: DebtsRead): Claim => {
  const hasFailed = (feeId: string): boolean => debts.get(feeId) === 'failed' && !claim.failed.includes(feeId);
  return claim.inProgress ? claim : { ...claim, feeIds: claim.feeIds.filter((feeId) => !hasFailed(feeId)) };
};

/** The order, and the list where it shows all of the debts. */
const withSource = <T extends SentOrder>(order: T, { source, debts }: DebtsRead): T =>
  order.sources.includes(source) || !order.lines.every(({ feeId }) => debts.has(feeId))
    ? order
    : { ...order, sources: [...order.sources, source] };

/** Ends the orders whose debts are no longer listed, or have failed. */
export function settle(state: PaymentState, read: DebtsRead, now: number): PaymentState {
  const outcomes: Notice[] = [];
  const orders = ordersOf(state).flatMap((entry): OrderEntry | [] => {
    if (entry.is !== 'open' && entry.is !== 'accepted') return entry;
    const order = withSource(entry.order, read);
    if (!order.sources.includes(read.source)) return { ...entry, order };
    const { noneListed, allListed, gone, pending, paid } = statusOf(order, read);
    const endsAs = (is: Result, lines = order.lines, at = now): [] => {
      outcomes.push(outcomeOf(is, { ...order, lines }, at));
      return [];
    };
    if (entry.is === 'open') {
      // Nobody knows why they are gone, but none is locked any more.
      if (noneListed) return endsAs('gone');
      if (!pending.length && allListed) return endsAs('failed');
      return paid ? { is: 'accepted', order, at: now, watched: true, pending } : { ...entry, order };
    }
    const { at, contested } = entry;
    if (pending.length) return { ...entry, order, pending };
    if (contested && gone.length) return endsAs('gone', gone);
    if (noneListed) return endsAs('receipt', order.lines, at);
    // The debts that are gone have been paid; the others have not.
    return allListed ? endsAs('failed', order.lines, at) : endsAs('partly', gone, at);
  });
  const earlier = outcomes.length ? state.notices.filter((one) => 'order' in one) : state.notices;
  return {
    ...withOrders(state, orders),
    otherClaims: state.otherClaims.map((claim) => withoutFailed(claim, read)),
    notices: [...earlier, ...outcomes],
  };
}
