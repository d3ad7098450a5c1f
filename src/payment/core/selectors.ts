import { claimsOf, isBlocking, lockOfClaim, type Claim, type Lock } from './claims.js';
import { endOf, feeIdsOf, isSent, type SentOrder } from './order.js';
import { IDLE, type PaymentState } from './state.js';

/** The payment is being requested, or the browser is leaving. */
export const isBusy = ({ current }: Pick<PaymentState, 'current'>): boolean =>
  current.is === 'starting' || current.is === 'away';

/** The order whose result is unknown: for as long as it can be paid, and while it is being continued. */
export function openOrderAt({ current }: PaymentState, now: number): SentOrder | undefined {
  const isOpen = current.is === 'open' && now < endOf(current.order);
  const isResuming = current.is === 'starting' || (current.is === 'away' && current.again);
  return (isOpen || isResuming) && isSent(current.order) ? current.order : undefined;
}

/** Debts that were requested without the browser leaving: a `reserved` of the payment host is this tab's own. */
export const requestedFeeIds = ({ current }: PaymentState): readonly string[] =>
  current.is === 'requested' ? feeIdsOf(current.order) : [];

/** The claim of another tab that is paying. */
export const otherTabClaimAt = ({ otherClaims }: PaymentState, now: number): Claim | undefined =>
  otherClaims.find((claim) => isBlocking(claim) && now < claim.until);

/** The debts that the orders of this browser lock, by fee id. See `locksOfDebts` for those that the payment host locks. */
export function claimedLocksAt(state: PaymentState, now: number): ReadonlyMap<string, Lock> {
  // While the button is busy, nothing else on the page changes.
  const ownClaims = claimsOf(isBusy(state) ? { ...state, current: IDLE } : state);
  const locks = new Map<string, Lock>();
  for (const claim of [...state.otherClaims, ...ownClaims]) {
    if (now >= claim.until) continue;
    for (const feeId of claim.feeIds) locks.set(feeId, lockOfClaim(claim));
  }
  return locks;
}
