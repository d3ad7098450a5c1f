import { claimsOf, type Claim } from './claims.js';
import { feeIdsOf, isSent, sameLines, type Order, type SentOrder } from './order.js';
import { afterPatronChange } from './patron-change.js';
import { isBusy, locksAt, openOrderAt, otherTabClaimAt } from './selectors.js';
import { outcomeOf, settle } from './settle.js';
import {
  ACCEPTED_LIFETIME,
  IDLE,
  ORDER_LIFETIME,
  type AcceptedOrder,
  type DebtsRead,
  type Notice,
  type PaymentState,
  type Refusal,
} from './state.js';

export type Action =
  | { readonly type: 'start'; readonly order: Order }
  | { readonly type: 'continue' }
  /** Another tab holds the lock: it is starting a payment at this moment. */
  | { readonly type: 'lockUnavailable' }
  | { readonly type: 'started'; readonly key: string; readonly orderId: string }
  | { readonly type: 'refused'; readonly key: string; readonly reason: Refusal }
  | { readonly type: 'storageFailed' }
  /** The page's Content-Security-Policy, or the browser, has blocked the navigation to the gateway. */
  | { readonly type: 'navigationBlocked' }
  /** The page is visible after the browser was sent to the gateway. */
  | { readonly type: 'pageShown' }
  | { readonly type: 'returned'; readonly orderId: string; readonly result: string }
  | { readonly type: 'debtsRead'; readonly read: DebtsRead }
  /** The debts have been read often enough after an accepted payment. */
  | { readonly type: 'watchEnded' }
  | { readonly type: 'timeElapsed' }
  /** The endpoint refused the patron's token: the next patron must not see the outcomes. */
  | { readonly type: 'loggedOut' }
  /** With a checksum where the app names the patron; without one, the token belongs to somebody else. */
  | { readonly type: 'patronSet'; readonly patron?: number }
  | { readonly type: 'claimReceived'; readonly claim: Claim }
  | { readonly type: 'claimReleased'; readonly key: string };

/** What the store must do after the new state is stored and the other tabs are notified. */
export type Effect = 'requestPayment' | 'navigate' | 'refreshFees';

export interface Transition {
  readonly state: PaymentState;
  readonly effects: readonly Effect[];
}

const to = (state: PaymentState, ...effects: Effect[]): Transition => ({ state, effects });

const withNotices = (state: PaymentState, ...notices: Notice[]) => ({ ...state, notices });

/** The order is no longer being requested: it gets the state that it had before. */
const abandonRequest = (state: PaymentState, order: Order): PaymentState => ({
  ...state,
  current: isSent(order) ? { is: 'open', order } : { is: 'requested', order },
});

const request = (state: PaymentState, order: Order): Transition =>
  to({ ...state, current: { is: 'starting', order }, notices: [] }, 'requestPayment');

const refuseForOtherTab = (state: PaymentState): Transition =>
  to(withNotices(state, { is: 'elsewhere' }), 'refreshFees');

/** The requested order with the failures that are known now. */
const withFailuresOf = (requested: Order, { lines }: Order): Order => ({
  ...requested,
  lines: requested.lines.map((line) => ({
    ...line,
    failed: lines.some(({ feeId, failed }) => failed && feeId === line.feeId),
  })),
});

function start(state: PaymentState, order: Order, now: number): Transition {
  const { current } = state;
  if (isBusy(state) || openOrderAt(state, now)) return to(state);
  if (otherTabClaimAt(state, now)) return refuseForOtherTab(state);
  const locks = locksAt(state, now);
  if (feeIdsOf(order).some((feeId) => locks.has(feeId))) {
    return to(withNotices(state, { is: 'paying' }), 'refreshFees');
  }
  const repeat =
    current.is === 'requested' && sameLines(current.order, order) && now < current.order.requestedAt + ORDER_LIFETIME;
  if (!repeat) return request(state, order);
  return request(state, { ...withFailuresOf(current.order, order), requestedAt: now });
}

function refused(state: PaymentState, key: string, reason: Refusal, now: number): Transition {
  const { current } = state;
  if (current.is !== 'starting' || current.order.key !== key) return to(state);
  const { order } = current;
  // The payment host may still have received the request, and extended the life of a sent order.
  const after = abandonRequest(withNotices(state, { is: reason }), { ...order, requestedAt: now });
  if (reason === 'lost') return to(after);
  const byHost = reason === 'paying' || reason === 'paid' || reason === 'changed';
  return to(byHost && !isSent(order) ? { ...after, current: IDLE } : after, 'refreshFees');
}

function started(state: PaymentState, key: string, orderId: string, now: number): Transition {
  const { current } = state;
  if (current.is !== 'starting' || current.order.key !== key) return to(state);
  const { order } = current;
  // A second order for the same key: both could be paid.
  if (isSent(order) && order.id !== orderId) return refused(state, key, 'invalid', now);
  const sent: SentOrder = { ...order, id: orderId, requestedAt: now };
  return to({ ...state, current: { is: 'away', order: sent, again: isSent(order) } }, 'navigate');
}

function returned(state: PaymentState, orderId: string, result: string, now: number): Transition {
  const { current } = state;
  if (current.is === 'idle' || current.order.id !== orderId || !isSent(current.order)) {
    return to(state);
  }
  const { order } = current;
  const ended = { ...state, current: IDLE };
  if (result === 'cancelled' || result === 'failed') {
    return to(withNotices(ended, outcomeOf(result, order, now)));
  }
  if (result !== 'accepted') return to(state);
  const accepted = { order, at: now, watched: true, pending: feeIdsOf(order) };
  return to(withNotices({ ...ended, accepted: [...state.accepted, accepted] }), 'refreshFees');
}

/** Of two tabs, the one whose order can already be paid goes first; of two alike, the one with the smaller key. */
const hasPriority = (claim: Claim, order: Order): boolean =>
  claim.sent === isSent(order) ? claim.key < order.key : claim.sent;

/** Without a claim in progress, the notice that another tab is paying goes away. */
const withOtherClaims = (state: PaymentState, otherClaims: readonly Claim[]): PaymentState => {
  const isAnyInProgress = (claims: readonly Claim[]): boolean => claims.some(({ inProgress }) => inProgress);
  const ended = isAnyInProgress(state.otherClaims) && !isAnyInProgress(otherClaims);
  const notices = ended ? state.notices.filter(({ is }) => is !== 'elsewhere') : state.notices;
  return { ...state, otherClaims, notices };
};

function claimReceived(state: PaymentState, claim: Claim): Transition {
  const { current, otherClaims } = state;
  // A duplicate of this tab has the same order.
  if (claimsOf(state).some(({ key }) => key === claim.key)) return to(state);
  const known = otherClaims.find(({ key }) => key === claim.key);
  // A repeated claim may be older than the known one.
  if (known && known.until > claim.until) return to(state);
  const isContested = ({ order }: AcceptedOrder): boolean =>
    feeIdsOf(order).some((feeId) => claim.feeIds.includes(feeId));
  const next = {
    ...withOtherClaims(state, [...otherClaims.filter((one) => one !== known), claim]),
    accepted: state.accepted.map((one) => (isContested(one) ? { ...one, contested: true } : one)),
  };
  // Both tabs requested at the same moment. Both know which of them stops.
  return current.is === 'starting' && claim.inProgress && hasPriority(claim, current.order)
    ? refuseForOtherTab(abandonRequest(next, current.order))
    : to(next);
}

const withoutExpired = (state: PaymentState, now: number): PaymentState => {
  const accepted = state.accepted.filter(({ at }) => now < at + ACCEPTED_LIFETIME);
  const claims = state.otherClaims.filter(({ until }) => now < until);
  return withOtherClaims({ ...state, accepted }, claims);
};

/**
 * The next state, and the effects that follow. Never throws.
 *
 *     idle ──start──▶ starting ──started──▶ away ──pageShown──▶ open ──continue──▶ starting
 *                      │                      └────returned──────┴──▶ idle, with one more accepted order
 *                      ├─refused by the payment host──▶ idle; open, where the order was sent before
 *                      └─lost, invalid──▶ requested ──start, the same debts──▶ starting, with the same key
 *
 * The model tests (test/core/payment-model.test.ts, payment-exhaustive.test.ts) check over interleavings of clicks,
 * answers, timeouts, tabs and reloads that no debt is in two orders that can both be accepted, and that each lock ends.
 *
 * @param now in milliseconds since 1970
 */
export function reduce(before: PaymentState, action: Action, now: number): Transition {
  const state = withoutExpired(before, now);
  const { current } = state;
  switch (action.type) {
    case 'start':
      return start(state, action.order, now);
    case 'continue': {
      const order = openOrderAt(state, now);
      if (!order) return to(state);
      return otherTabClaimAt(state, now) ? refuseForOtherTab(state) : request(state, { ...order, requestedAt: now });
    }
    case 'lockUnavailable':
      return isBusy(state) ? to(state) : refuseForOtherTab(state);
    case 'started':
      return started(state, action.key, action.orderId, now);
    case 'refused':
      return refused(state, action.key, action.reason, now);
    case 'storageFailed':
    case 'navigationBlocked': {
      const is = action.type === 'storageFailed' ? 'storage' : 'invalid';
      const notified = withNotices(state, { is });
      if (current.is === 'starting') return to(abandonRequest(notified, current.order));
      if (current.is !== 'away') return to(state);
      // Nobody has seen the gateway for an order that is new.
      const { id: _, ...unsent } = current.order;
      return to(abandonRequest(notified, current.again ? current.order : unsent));
    }
    case 'pageShown':
      return current.is === 'away'
        ? to({ ...state, current: { is: 'open', order: current.order } }, 'refreshFees')
        : to(state);
    case 'returned':
      return returned(state, action.orderId, action.result, now);
    case 'debtsRead':
      return to(settle(state, action.read, now));
    case 'watchEnded':
      return to({ ...state, accepted: state.accepted.map((one) => ({ ...one, watched: false })) });
    case 'timeElapsed':
      return to(state);
    case 'loggedOut':
      return to(withNotices(state, ...state.notices.filter((one) => !('order' in one))));
    case 'patronSet': {
      const { patron } = action;
      const same = patron !== undefined && (state.patron === undefined || state.patron === patron);
      return to({ ...(same ? state : afterPatronChange(state)), patron });
    }
    case 'claimReceived':
      return claimReceived(state, action.claim);
    case 'claimReleased': {
      const claims = state.otherClaims.filter(({ key }) => key !== action.key);
      if (claims.length === state.otherClaims.length) return to(state);
      return to(withOtherClaims(state, claims), 'refreshFees');
    }
  }
}
