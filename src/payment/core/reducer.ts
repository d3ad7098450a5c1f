import { claimsOf, isBlocking, limitClaim, type Claim } from './claims.js';
import { stateAt, withOtherClaims } from './expiry.js';
import { atRest, endOf, feeIdsOf, isSent, sameLines, type Order, type SentOrder } from './order.js';
import { stateForPatron } from './patron-change.js';
import { isBusy, claimedLocksAt, openOrderAt, otherTabClaimAt } from './selectors.js';
import { outcomeOf, settle } from './settle.js';
import {
  IDLE,
  ORDER_LIFETIME,
  ordersOf,
  type AcceptedOrder,
  type DebtsRead,
  type Notice,
  type PaymentState,
  type Refusal,
  type Refused,
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
  /** With the order where another tab has said what was paid. */
  | { readonly type: 'returned'; readonly orderId: string; readonly result: string; readonly order?: SentOrder }
  | { readonly type: 'debtsRead'; readonly read: DebtsRead }
  /** The debts have been read often enough after an accepted payment. */
  | { readonly type: 'watchEnded' }
  | { readonly type: 'timeElapsed' }
  /** The endpoint refused the patron's token: the next patron must not see the outcomes. */
  | { readonly type: 'loggedOut' }
  /** A token has come. `owns`: whether that patron has begun the orders with this `Order.patron`. */
  | { readonly type: 'patronSet'; readonly patron: string; readonly owns?: (patron: string) => boolean }
  | { readonly type: 'claimReceived'; readonly claim: Claim }
  /** `ended`: the other tab knows that the order can no longer be paid. */
  | { readonly type: 'claimReleased'; readonly key: string; readonly ended?: boolean };

/** What the store must do after the new state is stored and the other tabs are notified. */
export type Effect = 'requestPayment' | 'navigate' | 'refreshFees';

export interface Transition {
  readonly state: PaymentState;
  readonly effects: readonly Effect[];
}

const to = (state: PaymentState, ...effects: Effect[]): Transition => ({ state, effects });

const withNotices = (state: PaymentState, ...notices: Notice[]) => ({ ...state, notices });

const abandon = (state: PaymentState, order: Order, refused: Refused): PaymentState => ({
  ...withNotices(state, refused),
  current: atRest(order),
});

const request = (state: PaymentState, order: Order): Transition =>
  to({ ...state, current: { is: 'starting', order }, notices: [] }, 'requestPayment');

const refuseHere = (state: PaymentState, refused: Refused): Transition =>
  to(withNotices(state, refused), 'refreshFees');

const elsewhere = ({ until }: Pick<Claim, 'until'>): Refused => ({ is: 'elsewhere', until });

function start(before: PaymentState, order: Order, now: number): Transition {
  // The orders of another patron do not hinder this one.
  const state = stateForPatron(before);
  const { current, patron } = state;
  if (isBusy(state) || openOrderAt(state, now)) return to(state);
  const claim = otherTabClaimAt(state, now);
  if (claim) return refuseHere(state, elsewhere(claim));
  const locks = claimedLocksAt(state, now);
  if (feeIdsOf(order).some((feeId) => locks.has(feeId))) return refuseHere(state, { is: 'paying' });
  if (current.is !== 'requested' || !sameLines(current.order, order) || now >= endOf(current.order)) {
    return request(state, { ...order, patron });
  }
  const failed = new Set(order.lines.flatMap((line) => (line.failed ? line.feeId : [])));
  const lines = current.order.lines.map((line) => ({ ...line, failed: failed.has(line.feeId) }));
  return request(state, { ...current.order, lines, requestedAt: now });
}

function refused(state: PaymentState, order: Order, reason: Refusal, now: number): Transition {
  // The payment host may still have received the request, and extended the life of a sent order.
  const after = abandon(state, { ...order, requestedAt: now }, { is: reason });
  if (reason === 'lost') return to(after);
  const byPaymentHost = reason === 'paying' || reason === 'paid' || reason === 'changed';
  return to(byPaymentHost && !isSent(order) ? { ...after, current: IDLE } : after, 'refreshFees');
}

function started(state: PaymentState, order: Order, id: string, now: number): Transition {
  // A second order for the same key: both could be paid.
  if (isSent(order) && order.id !== id) return refused(state, order, 'invalid', now);
  const sent = { ...order, id, requestedAt: now };
  return to({ ...state, current: { is: 'away', order: sent, again: isSent(order) } }, 'navigate');
}

function returned(
  state: PaymentState,
  { orderId, result, order: orderFromTab }: Extract<Action, { type: 'returned' }>,
  now: number,
): Transition {
  const entry = ordersOf(state).find((one) => one.order.id === orderId);
  if (entry?.is === 'accepted') return to(state);
  const order = entry?.order ?? (orderFromTab && { ...orderFromTab, patron: state.patron });
  if (!order || !isSent(order)) return to(withNotices(state, { is: 'unknown', orderId, result }));
  const ended = entry ? { ...state, current: IDLE } : state;
  if (result === 'cancelled' || result === 'failed') {
    return to(withNotices(ended, outcomeOf(result, order, now)));
  }
  if (result !== 'accepted') return to(state);
  const accepted: AcceptedOrder = { is: 'accepted', order, at: now, watched: true, pending: feeIdsOf(order) };
  return to(withNotices({ ...ended, accepted: [...state.accepted, accepted] }), 'refreshFees');
}

/** Of two tabs, the one whose order can already be paid goes first; of two alike, the one with the smaller key. */
const hasPriority = (claim: Claim, order: Order): boolean =>
  claim.sent === isSent(order) ? claim.key < order.key : claim.sent;

/**
 * A copy of this tab, or another document in it, has the same order: it ends in neither before it ends in both. Where it
 * has been paid there, it is not continued here.
 */
function syncWithCopy(state: PaymentState, claim: Claim): PaymentState {
  const { current, otherClaims } = state;
  if (current.order?.key !== claim.key || claim.afterPatronChange) return state;
  if (!claim.inProgress) return { ...state, current: IDLE, otherClaims: [...otherClaims, claim] };
  const requestedAt = Math.max(current.order.requestedAt, claim.until - ORDER_LIFETIME);
  return { ...state, current: { ...current, order: { ...current.order, requestedAt } } as typeof current };
}

function claimReceived(state: PaymentState, claim: Claim, now: number): Transition {
  const { current, otherClaims } = state;
  const own = claimsOf(state).find(({ key }) => key === claim.key);
  // The copy may have sent what this tab is still requesting.
  if (own && (own.sent || !claim.sent)) return to(now < claim.until ? syncWithCopy(state, claim) : state);
  const known = otherClaims.find(({ key }) => key === claim.key);
  // A repeated claim may be older than the known one, or come from a tab with another patron.
  if (known && (known.until > claim.until || claim.otherPatron)) return to(state);
  const isContested = ({ order }: AcceptedOrder): boolean =>
    feeIdsOf(order).some((feeId) => claim.feeIds.includes(feeId));
  // Another document of this tab, or a copy, has gone on with what was requested here.
  const isTakenOver = current.is === 'requested' && current.order.key === claim.key && claim.sent;
  const next = {
    ...withOtherClaims(state, [...otherClaims.filter((one) => one !== known), claim]),
    current: isTakenOver ? IDLE : current,
    accepted: state.accepted.map((one) => (isContested(one) ? { ...one, contested: true } : one)),
  };
  // Both tabs requested at the same moment. Both know which of them stops.
  return current.is === 'starting' && isBlocking(claim) && hasPriority(claim, current.order)
    ? to(abandon(next, current.order, elsewhere(claim)), 'refreshFees')
    : to(next);
}

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
  const state = stateAt(before, now);
  const { current } = state;
  switch (action.type) {
    case 'start':
      return start(state, action.order, now);
    case 'continue': {
      const order = openOrderAt(state, now);
      if (isBusy(state) || !order) return to(state);
      const claim = otherTabClaimAt(state, now);
      return claim ? refuseHere(state, elsewhere(claim)) : request(state, { ...order, requestedAt: now });
    }
    case 'lockUnavailable':
      return isBusy(state) ? to(state) : refuseHere(state, elsewhere({ until: now + ORDER_LIFETIME }));
    case 'started':
    case 'refused': {
      if (current.is !== 'starting' || current.order.key !== action.key) return to(state);
      return action.type === 'started'
        ? started(state, current.order, action.orderId, now)
        : refused(state, current.order, action.reason, now);
    }
    case 'storageFailed':
    case 'navigationBlocked': {
      const is = action.type === 'storageFailed' ? 'storage' : 'invalid';
      if (current.is === 'starting') return to(abandon(state, current.order, { is }));
      if (current.is !== 'away') return to(state);
      // Nobody has seen the gateway for an order that is new.
      const { id: _, ...unsent } = current.order;
      return to(abandon(state, current.again ? current.order : unsent, { is }));
    }
    case 'pageShown':
      return current.is === 'away'
        ? to({ ...state, current: { is: 'open', order: current.order } }, 'refreshFees')
        : to(state);
    case 'returned':
      return returned(state, action, now);
    case 'debtsRead':
      return to(settle(state, action.read, now));
    case 'watchEnded':
      return to({ ...state, accepted: state.accepted.map((one) => ({ ...one, watched: false })) });
    case 'timeElapsed':
      return to(state);
    case 'loggedOut':
      return to(withNotices(state, ...state.notices.filter((one) => !('order' in one))));
    case 'patronSet':
      return to(stateForPatron(state, action.patron, action.owns));
    case 'claimReceived':
      return claimReceived(state, limitClaim(now, action.claim), now);
    case 'claimReleased': {
      const { key, ended } = action;
      const claims = state.otherClaims.filter((claim) => claim.key !== key);
      const isOver = ended && current.is === 'open' && current.order.key === key;
      // This tab may know an order that has ended only from the list, which may still say that it is being paid.
      if (claims.length === state.otherClaims.length && !ended) return to(state);
      return to(withOtherClaims(isOver ? { ...state, current: IDLE } : state, claims), 'refreshFees');
    }
  }
}
