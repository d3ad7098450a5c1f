import { claimsOf } from './claims.js';
import { isSent } from './order.js';
import { IDLE, type PaymentState } from './state.js';

/**
 * The next patron sees nothing of the first one's orders, and can pay anything else. The debts of those orders stay
 * locked: it may be the same patron with a new token.
 */
export function afterPatronChange(state: PaymentState): PaymentState {
  const { current, otherClaims } = state;
  // An order that is still being requested cannot be paid: the browser has not left.
  const unsent = current.is === 'starting' && !isSent(current.order);
  const ownClaims = claimsOf(unsent ? { ...state, current: IDLE } : state).map((claim) => ({
    ...claim,
    inProgress: false,
    afterPatronChange: claim.afterPatronChange ?? (claim.inProgress ? 'paying' : 'registering'),
  }));
  const others = otherClaims
    .filter((claim) => !claim.afterPatronChange)
    .map((claim) => ({ ...claim, inProgress: false }));
  return {
    ...state,
    current: IDLE,
    accepted: [],
    otherClaims: [...others, ...ownClaims],
    notices: [],
  };
}
