import { isBlocking, limitClaim, type Claim } from './claims.js';
import { ACCEPTED_LIFETIME, IDLE, type PaymentState } from './state.js';

/** Without a claim in progress, the notice that another tab is paying goes away. */
export function withOtherClaims(state: PaymentState, otherClaims: readonly Claim[]): PaymentState {
  const [before, after] = [state.otherClaims, otherClaims].map((claims) => claims.some(isBlocking));
  const notices = before && !after ? state.notices.filter(({ is }) => is !== 'elsewhere') : state.notices;
  return { ...state, otherClaims, notices };
}

/**
 * The state without what has ended. The clock may have been put back: a time in the future counts as now. So nothing
 * lasts longer than its lifetime from the moment when that is noticed.
 */
export function stateAt(state: PaymentState, now: number): PaymentState {
  const { current, accepted, otherClaims } = state;
  const order = current.order && { ...current.order, requestedAt: Math.min(current.order.requestedAt, now) };
  return withOtherClaims(
    {
      ...state,
      // No browser returns after a day.
      current: order && now < order.requestedAt + ACCEPTED_LIFETIME ? ({ ...current, order } as typeof current) : IDLE,
      accepted: accepted
        .map((one) => ({ ...one, at: Math.min(one.at, now) }))
        .filter(({ at }) => now < at + ACCEPTED_LIFETIME),
    },
    otherClaims.map((claim) => limitClaim(now, claim)).filter(({ until }) => now < until),
  );
}
