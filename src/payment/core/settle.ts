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
    pending: feeIdsOf({ lines: pending }),
    /** The payment host says that all listed debts are paid. */
    paid: listed.every(({ feeId }) => /^(pending|completed)$/.test(debts.get(feeId) ?? '')),
  };
}

/** What became of an order, where that is known. */
function resultOf(entry: OrderEntry, { gone, pending }: ReturnType<typeof statusOf>): Result | undefined {
  const isPaid = entry.is === 'accepted' && !entry.contested;
  // Where it is not known to be paid, nobody knows why they are gone. But none is locked any more.
  if (gone.length === entry.order.lines.length) return isPaid ? 'receipt' : 'gone';
  if (pending.length) return undefined;
  if (!gone.length) return 'failed';
  // The debts that are gone have been paid; the others have not.
  return isPaid ? 'partly' : entry.is === 'accepted' ? 'gone' : undefined;
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
    const status = statusOf(order, read);
    const { gone, pending, paid } = status;
    const is = resultOf(entry, status);
    if (is) {
      const lines = is === 'failed' ? order.lines : gone;
      outcomes.push(outcomeOf(is, { ...order, lines }, entry.is === 'accepted' ? entry.at : now));
      return [];
    }
    if (entry.is === 'accepted') return { ...entry, order, pending };
    return paid ? { is: 'accepted', order, at: now, watched: true, pending } : { ...entry, order };
  });
  const earlier = outcomes.length ? state.notices.filter((one) => 'order' in one) : state.notices;
  return {
    ...withOrders(state, orders),
    otherClaims: state.otherClaims.map((claim) => withoutFailed(claim, read)),
    notices: [...earlier, ...outcomes],
  };
}
