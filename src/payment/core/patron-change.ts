import { claimsOf, FREE, isSent, type PaymentState } from './state.js';

/**
 * What the first patron was paying is shown to nobody, and keeps nobody from paying anything else. Its debts stay locked:
 * where it is the same patron with a new token, they are not paid twice.
 */
export function afterPatronChange(till: PaymentState): PaymentState {
  const { current, otherClaims: others } = till;
  // Nobody has been sent to pay what the host is only being asked for.
  const sent = current.is === 'starting' && !isSent(current.order) ? FREE : current;
  const claims = claimsOf({ ...till, current: sent }).map((claim) => ({
    ...claim,
    going: false,
    left: claim.afterPatronChange ?? (claim.inProgress ? 'paying' : 'registering'),
  }));
  // What other tabs are paying keeps nobody from paying anything else either.
  const rest = others
    .filter((claim) => !claim.afterPatronChange)
    .map((claim) => ({ ...claim, going: false }));
  return { ...till, current: FREE, accepted: [], otherClaims: [...rest, ...claims], notices: [] };
}
