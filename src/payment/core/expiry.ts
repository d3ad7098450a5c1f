import { isBlocking, limitClaim, type Claim } from './claims.js';
import { ACCEPTED_LIFETIME, ordersOf, withOrders, type OrderEntry, type PaymentState } from './state.js';

/** Without a claim in progress, the notice that another tab is paying goes away. */
export function withOtherClaims(state: PaymentState, otherClaims: readonly Claim[]): PaymentState {
  const [before, after] = [state.otherClaims, otherClaims].map((claims) => claims.some(isBlocking));
  const notices = before && !after ? state.notices.filter(({ is }) => is !== 'elsewhere') : state.notices;
  return { ...state, otherClaims, notices };
}

/** The clock may have been put back: a time in the future counts as now. */
function limitOrder(now: number, entry: OrderEntry): OrderEntry {
  if (entry.is === 'accepted') return { ...entry, at: Math.min(entry.at, now) };
  const order = { ...entry.order, requestedAt: Math.min(entry.order.requestedAt, now) };
  return { ...entry, order } as OrderEntry;
}

/** The state without what has ended. So nothing lasts longer than its lifetime from when a page notices it. */
export function stateAt(state: PaymentState, now: number): PaymentState {
  const orders = ordersOf(state)
    .map((entry) => limitOrder(now, entry))
    // No browser returns after a day.
    .filter((entry) => now < (entry.is === 'accepted' ? entry.at : entry.order.requestedAt) + ACCEPTED_LIFETIME);
  const claims = state.otherClaims.map((claim) => limitClaim(now, claim)).filter(({ until }) => now < until);
  return withOtherClaims(withOrders(state, orders), claims);
}
