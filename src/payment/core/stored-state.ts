import { isSent } from './order.js';
import { ACCEPTED_LIFETIME, IDLE, type PaymentState } from './state.js';

/** The part of the state that the tab's next page needs. */
export type StoredState = Omit<PaymentState, 'notices'>;

/** Returns nothing where no payment is in progress. */
export function toStoredState(state: PaymentState): StoredState | undefined {
  const { notices: _, ...stored } = state;
  return stored.current.is === 'idle' && !stored.accepted.length && !stored.otherClaims.length ? undefined : stored;
}

/** The state of a page that has just been opened. */
export function fromStoredState(stored: StoredState, now: number): PaymentState {
  const { current } = stored;
  const state: PaymentState = {
    ...stored,
    accepted: stored.accepted.filter(({ at }) => now < at + ACCEPTED_LIFETIME),
    otherClaims: stored.otherClaims.filter(({ until }) => now < until),
    notices: [],
  };
  if (current.is === 'idle') return state;
  const { order } = current;
  // No browser returns after a day.
  if (now >= order.requestedAt + ACCEPTED_LIFETIME) return { ...state, current: IDLE };
  if (isSent(order)) return { ...state, current: { is: 'open', order } };
  return {
    ...state,
    current: { is: 'requested', order },
    notices: current.is === 'starting' ? [{ is: 'lost' }] : [],
  };
}
