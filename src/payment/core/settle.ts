import type { Claim } from './claims.js';
import { amountOf, feeIdsOf, type Order, type SentOrder } from './order.js';
import { IDLE, type DebtsRead, type Notice, type Outcome, type PaymentState, type Result } from './state.js';

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
  let { current } = state;
  const candidates = [...state.accepted];
  if (current.is === 'open') current = { ...current, order: withSource(current.order, read) };
  if (current.is === 'open' && current.order.sources.includes(read.source)) {
    const { order } = current;
    const { noneListed, allListed, pending, paid } = statusOf(order, read);
    // Nobody knows why they are gone, but none is locked any more.
    if (noneListed) outcomes.push(outcomeOf('gone', order, now));
    else if (!pending.length && allListed) outcomes.push(outcomeOf('failed', order, now));
    else if (paid) candidates.push({ order, at: now, watched: true, pending });
    if (outcomes.length || paid) current = IDLE;
  }
  const accepted = candidates.flatMap((candidate) => {
    const entry = { ...candidate, order: withSource(candidate.order, read) };
    const { order, at, contested } = entry;
    if (!order.sources.includes(read.source)) return entry;
    const { noneListed, allListed, gone, pending } = statusOf(order, read);
    if (pending.length) return { ...entry, pending };
    if (contested && gone.length) outcomes.push(outcomeOf('gone', { ...order, lines: gone }, now));
    else if (noneListed) outcomes.push(outcomeOf('receipt', order, at));
    else if (allListed) outcomes.push(outcomeOf('failed', order, at));
    // The debts that are gone have been paid; the others have not.
    else outcomes.push(outcomeOf('partly', { ...order, lines: gone }, at));
    return [];
  });
  const earlier = outcomes.length ? state.notices.filter((one) => 'order' in one) : state.notices;
  return {
    ...state,
    current,
    accepted,
    otherClaims: state.otherClaims.map((claim) => withoutFailed(claim, read)),
    notices: [...earlier, ...outcomes],
  };
}
