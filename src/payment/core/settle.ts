import { amountOf, feeIdsOf, type Order } from './order.js';
import {
  FREE,
  type Claim,
  type Result,
  type DebtsRead,
  type SentOrder,
  type PaymentState,
  type Notice,
} from './state.js';

export const outcome = (is: Result, order: SentOrder, at: number): Notice => ({
  is,
  order,
  amount: amountOf(order),
  at,
});

/** What has become of an order's debts. */
function look({ lines }: Order, { debts, complete }: DebtsRead) {
  const there = lines.filter(({ feeId }) => !complete || debts.has(feeId));
  const pending = there.filter(({ feeId, failed }) => failed || debts.get(feeId) !== 'failed');
  return {
    gone: lines.filter((line) => !there.includes(line)),
    /** None is there, or all that were. */
    none: !there.length,
    whole: there.length === lines.length,
    pending: feeIdsOf({ lines: pending }),
    /** The host says of each that is there that it has been paid. */
    paid: there.every(({ feeId }) => /^(pending|completed)$/.test(debts.get(feeId) ?? '')),
  };
}

/** What another tab has paid is locked here no longer, where the host says that it has failed. */
const stillLocked = (claim: Claim, { debts }: DebtsRead): Claim => {
  const failed = (feeId: string): boolean =>
    debts.get(feeId) === 'failed' && !claim.failed.includes(feeId);
  return claim.inProgress
    ? claim
    : { ...claim, feeIds: claim.feeIds.filter((feeId) => !failed(feeId)) };
};

/** The till after debts have been read: the orders whose debts are gone, or have failed, are settled. */
export function settle(till: PaymentState, what: DebtsRead, now: number): PaymentState {
  const told: Notice[] = [];
  let { current } = till;
  const open = [...till.accepted];
  if (current.is === 'open' && current.order.source === what.source) {
    const { order } = current;
    const { none, whole, pending, paid } = look(order, what);
    // Why they are gone nobody knows; that none is locked any more is known.
    if (none) told.push(outcome('gone', order, now));
    else if (!pending.length && whole) told.push(outcome('failed', order, now));
    else if (paid) open.push({ order, at: now, watched: true, pending });
    if (told.length || paid) current = FREE;
  }
  const accepted = open.flatMap((one) => {
    const { order, at } = one;
    if (order.source !== what.source) return one;
    const { none, whole, gone, pending } = look(order, what);
    if (pending.length) return { ...one, pending };
    if (one.contested && gone.length) told.push(outcome('gone', { ...order, lines: gone }, now));
    else if (none) told.push(outcome('receipt', order, at));
    else if (whole) told.push(outcome('failed', order, at));
    // What is gone has been paid; the rest has not.
    else told.push(outcome('partly', { ...order, lines: gone }, at));
    return [];
  });
  const others = till.otherClaims.map((claim) => stillLocked(claim, what));
  const before = told.length ? till.notices.filter((one) => 'order' in one) : till.notices;
  return { ...till, current, accepted, otherClaims: others, notices: [...before, ...told] };
}
