import { feeIdsOf, sameLines, type Order } from './order.js';
import {
  type AcceptedOrder,
  ACCEPTED_LIFETIME,
  claimsOf,
  otherTabClaimAt,
  FREE,
  isBusy,
  isSent,
  locksAt,
  ORDER_LIFETIME,
  openOrderAt,
  type Claim,
  type CurrentPayment,
  type Refusal,
  type DebtsRead,
  type SentOrder,
  type PaymentState,
  type Notice,
} from './state.js';
import { afterPatronChange } from './patron-change.js';
import { outcome, settle } from './settle.js';

export type Action =
  | { readonly is: 'start'; readonly order: Order }
  | { readonly is: 'continue' }
  /** Another tab is at the till this very moment. */
  | { readonly is: 'taken' }
  | { readonly is: 'answered'; readonly key: string; readonly id: string }
  | { readonly is: 'refused'; readonly key: string; readonly because: Refusal }
  /** What must be remembered could not be. */
  | { readonly is: 'forgotten' }
  /** The page's own policy has kept the browser here. */
  | { readonly is: 'kept here' }
  /** The browser has been sent away, and the page is still here, or is seen again. */
  | { readonly is: 'back' }
  | { readonly is: 'returned'; readonly id: string; readonly result: string }
  | { readonly is: 'seen'; readonly seen: DebtsRead }
  | { readonly is: 'watched' }
  | { readonly is: 'time passes' }
  /** The patron is not logged in any more: whoever is next is told nothing of their orders. */
  | { readonly is: 'logged out' }
  /** A token has come: this patron's, where the app says whose; else another one than before, and nobody can tell whose. */
  | { readonly is: 'patron'; readonly patron?: number }
  | { readonly is: 'heard'; readonly claim: Claim }
  | { readonly is: 'released'; readonly key: string };

/** What is to be done next, after the new state is written down and the other tabs have been told. */
export type Effect = 'ask' | 'go' | 'read';

export interface Transition {
  readonly state: PaymentState;
  readonly effect?: Effect | undefined;
}

const tell = (till: PaymentState, ...told: Notice[]): PaymentState => ({ ...till, notices: told });

/** The order is not being asked for any more: what it was before. */
const fallBack = (till: PaymentState, order: Order): PaymentState => ({
  ...till,
  current: isSent(order) ? { is: 'open', order } : { is: 'asked', order },
});

/** The order was answered, but the browser has not been sent to it this time. */
const stay = (
  till: PaymentState,
  { order, again }: CurrentPayment & { is: 'away' },
): PaymentState => {
  const { id: _, ...unsent } = order;
  return fallBack(till, again ? order : unsent);
};

const ask = (till: PaymentState, order: Order): Transition => ({
  state: { ...till, current: { is: 'starting', order }, notices: [] },
  effect: 'ask',
});

const elsewhere = (till: PaymentState): Transition => ({
  state: tell(till, { is: 'elsewhere' }),
  effect: 'read',
});

/** The same order, with what is known now of earlier payments. */
const withFailuresOf = (asked: Order, { lines }: Order): Order => ({
  ...asked,
  lines: asked.lines.map((line) => ({
    ...line,
    failed: lines.some(({ feeId, failed }) => failed && feeId === line.feeId),
  })),
});

function start(till: PaymentState, order: Order, now: number): Transition {
  const { current } = till;
  if (isBusy(till) || openOrderAt(till, now)) return { state: till };
  if (otherTabClaimAt(till, now)) return elsewhere(till);
  const locked = locksAt(till, now);
  if (feeIdsOf(order).some((feeId) => locked.has(feeId))) {
    return { state: tell(till, { is: 'paying' }), effect: 'read' };
  }
  const again =
    current.is === 'asked' &&
    sameLines(current.order, order) &&
    now < current.order.requestedAt + ORDER_LIFETIME;
  return ask(till, again ? { ...withFailuresOf(current.order, order), requestedAt: now } : order);
}

function refused(till: PaymentState, key: string, because: Refusal, now: number): Transition {
  const { current } = till;
  if (current.is !== 'starting' || current.order.key !== key) return { state: till };
  const { order } = current;
  // The host may have heard it all the same, and let a sent order live for longer.
  const back = fallBack(tell(till, { is: because }), { ...order, requestedAt: now });
  if (because === 'lost') return { state: back };
  const host = because === 'paying' || because === 'paid' || because === 'changed';
  return { state: host && !isSent(order) ? { ...back, current: FREE } : back, effect: 'read' };
}

function answered(till: PaymentState, key: string, id: string, now: number): Transition {
  const { current } = till;
  if (current.is !== 'starting' || current.order.key !== key) return { state: till };
  const { order } = current;
  // The same key with another order: both could be paid.
  if (isSent(order) && order.id !== id) return refused(till, key, 'invalid', now);
  const sent: SentOrder = { ...order, id, requestedAt: now };
  return {
    state: { ...till, current: { is: 'away', order: sent, again: isSent(order) } },
    effect: 'go',
  };
}

function returned(till: PaymentState, id: string, result: string, now: number): Transition {
  const { current } = till;
  if (current.is === 'free' || current.order.id !== id || !isSent(current.order))
    return { state: till };
  const { order } = current;
  const free = { ...till, current: FREE };
  if (result === 'cancelled' || result === 'failed') {
    return { state: tell(free, outcome(result, order, now)) };
  }
  if (result !== 'accepted') return { state: till };
  const accepted = { order, at: now, watched: true, pending: feeIdsOf(order) };
  return {
    state: { ...free, accepted: [...till.accepted, accepted], notices: [] },
    effect: 'read',
  };
}

/** Of two tabs, the one whose order can already be paid; of two alike, the one with the smaller key. */
const goesBefore = (claim: Claim, order: Order): boolean =>
  claim.sent === isSent(order) ? claim.key < order.key : claim.sent;

function heard(till: PaymentState, claim: Claim): Transition {
  const { current, otherClaims: others } = till;
  const own = claimsOf(till).find(({ key }) => key === claim.key);
  // A tab that is a copy of this one speaks of the same order.
  if (own) return { state: till };
  const known = others.find(({ key }) => key === claim.key);
  // What is passed on may be older than what is known.
  if (known && known.until > claim.until) return { state: till };
  const isContested = ({ order }: AcceptedOrder): boolean =>
    feeIdsOf(order).some((feeId) => claim.feeIds.includes(feeId));
  const next = {
    ...till,
    accepted: till.accepted.map((one) => (isContested(one) ? { ...one, contested: true } : one)),
    ...released(till, [...others.filter((one) => one !== known), claim]),
  };
  // Two tabs asked at the same moment: one of them gives way, and both know which.
  if (current.is !== 'starting' || !claim.inProgress || !goesBefore(claim, current.order)) {
    return { state: next };
  }
  return elsewhere(fallBack(next, current.order));
}

/** What time has ended. */
function atTime(till: PaymentState, now: number): PaymentState {
  const others = till.otherClaims.filter(({ until }) => now < until);
  return {
    ...till,
    accepted: till.accepted.filter(({ at }) => now < at + ACCEPTED_LIFETIME),
    ...released(till, others),
  };
}

/** Nobody else is paying any more: it is not said any longer. */
const released = (
  { otherClaims: before, notices: told }: PaymentState,
  others: readonly Claim[],
) => ({
  others,
  told:
    before.some(({ inProgress: going }) => going) && !others.some(({ inProgress: going }) => going)
      ? told.filter(({ is }) => is !== 'elsewhere')
      : told,
});

/**
 * How the till changes: the next state, and what is to be done. `now` in milliseconds since 1970. Never throws.
 *
 *     free ──start──▶ starting ──answered──▶ away ──back──▶ open ──continue──▶ starting
 *                      │                       └──returned──┴──▶ free, and one more accepted
 *                      ├─refused by the host──▶ free; open, where it had been answered before
 *                      └─no answer, or none to go to──▶ asked ──start, the same debts──▶ starting, with the same key
 *
 * test/core/till-model.test.ts proves, over interleavings of clicks, answers, time-outs, tabs and reloads, that no debt
 * is in two started orders that can both be accepted, and that none stays locked for ever.
 */
export function reduce(before: PaymentState, happening: Action, now: number): Transition {
  const till = atTime(before, now);
  const { current } = till;
  switch (happening.is) {
    case 'start':
      return start(till, happening.order, now);
    case 'continue':
      if (current.is !== 'open' || !openOrderAt(till, now)) return { state: till };
      return otherTabClaimAt(till, now)
        ? elsewhere(till)
        : ask(till, { ...current.order, requestedAt: now });
    case 'taken':
      return isBusy(till) ? { state: till } : elsewhere(till);
    case 'answered':
      return answered(till, happening.key, happening.id, now);
    case 'refused':
      return refused(till, happening.key, happening.because, now);
    case 'forgotten':
    case 'kept here': {
      const told = tell(till, { is: happening.is === 'forgotten' ? 'storage' : 'invalid' });
      if (current.is === 'away') return { state: stay(told, current) };
      return current.is === 'starting' ? { state: fallBack(told, current.order) } : { state: till };
    }
    case 'back':
      return current.is === 'away'
        ? { state: { ...till, current: { is: 'open', order: current.order } }, effect: 'read' }
        : { state: till };
    case 'returned':
      return returned(till, happening.id, happening.result, now);
    case 'seen':
      return { state: settle(till, happening.seen, now) };
    case 'watched':
      return {
        state: { ...till, accepted: till.accepted.map((one) => ({ ...one, watched: false })) },
      };
    case 'time passes':
      return { state: till };
    case 'logged out':
      return { state: tell(till, ...till.notices.filter((one) => !('order' in one))) };
    case 'patron': {
      const { patron } = happening;
      const first = till.patron === undefined && patron !== undefined;
      const same = first || (patron !== undefined && patron === till.patron);
      return { state: { ...(same ? till : afterPatronChange(till)), patron } };
    }
    case 'heard':
      return heard(till, happening.claim);
    case 'released': {
      const others = till.otherClaims.filter(({ key }) => key !== happening.key);
      if (others.length === till.otherClaims.length) return { state: till };
      return { state: { ...till, ...released(till, others) }, effect: 'read' };
    }
  }
}
