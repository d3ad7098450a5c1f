import { feeIdsOf, sameLines, type Order } from './order.js';
import {
  type Accepted,
  ACCEPTED_FOR,
  claimsOf,
  elsewhereAt,
  FREE,
  isBusy,
  isSent,
  locksAt,
  OPEN_FOR,
  openAt,
  type Claim,
  type Current,
  type Refusal,
  type Seen,
  type Sent,
  type Till,
  type Told,
} from './till.js';
import { left } from './left.js';
import { outcome, settled } from './settled.js';

export type Happening =
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
  | { readonly is: 'seen'; readonly seen: Seen }
  | { readonly is: 'watched' }
  | { readonly is: 'time passes' }
  /** The patron is not logged in any more: whoever is next is told nothing of their orders. */
  | { readonly is: 'logged out' }
  /** A token has come: this patron's, where the app says whose; else another one than before, and nobody can tell whose. */
  | { readonly is: 'patron'; readonly patron?: number }
  | { readonly is: 'heard'; readonly claim: Claim }
  | { readonly is: 'released'; readonly key: string };

/** What is to be done next, after the new state is written down and the other tabs have been told. */
export type Deed = 'ask' | 'go' | 'read';

export interface Step {
  readonly till: Till;
  readonly deed?: Deed | undefined;
}

const tell = (till: Till, ...told: Told[]): Till => ({ ...till, told });

/** The order is not being asked for any more: what it was before. */
const fallBack = (till: Till, order: Order): Till => ({
  ...till,
  current: isSent(order) ? { is: 'open', order } : { is: 'asked', order },
});

/** The order was answered, but the browser has not been sent to it this time. */
const stay = (till: Till, { order, again }: Current & { is: 'away' }): Till => {
  const { id: _, ...unsent } = order;
  return fallBack(till, again ? order : unsent);
};

const ask = (till: Till, order: Order): Step => ({
  till: { ...till, current: { is: 'starting', order }, told: [] },
  deed: 'ask',
});

const elsewhere = (till: Till): Step => ({
  till: tell(till, { is: 'elsewhere' }),
  deed: 'read',
});

/** The same order, with what is known now of earlier payments. */
const withFailuresOf = (asked: Order, { lines }: Order): Order => ({
  ...asked,
  lines: asked.lines.map((line) => ({
    ...line,
    failed: lines.some(({ feeId, failed }) => failed && feeId === line.feeId),
  })),
});

function start(till: Till, order: Order, now: number): Step {
  const { current } = till;
  if (isBusy(till) || openAt(till, now)) return { till };
  if (elsewhereAt(till, now)) return elsewhere(till);
  const locked = locksAt(till, now);
  if (feeIdsOf(order).some((feeId) => locked.has(feeId))) {
    return { till: tell(till, { is: 'paying' }), deed: 'read' };
  }
  const again =
    current.is === 'asked' && sameLines(current.order, order) && now < current.order.at + OPEN_FOR;
  return ask(till, again ? { ...withFailuresOf(current.order, order), at: now } : order);
}

function refused(till: Till, key: string, because: Refusal, now: number): Step {
  const { current } = till;
  if (current.is !== 'starting' || current.order.key !== key) return { till };
  const { order } = current;
  // The host may have heard it all the same, and let a sent order live for longer.
  const back = fallBack(tell(till, { is: because }), { ...order, at: now });
  if (because === 'lost') return { till: back };
  const host = because === 'paying' || because === 'paid' || because === 'changed';
  return { till: host && !isSent(order) ? { ...back, current: FREE } : back, deed: 'read' };
}

function answered(till: Till, key: string, id: string, now: number): Step {
  const { current } = till;
  if (current.is !== 'starting' || current.order.key !== key) return { till };
  const { order } = current;
  // The same key with another order: both could be paid.
  if (isSent(order) && order.id !== id) return refused(till, key, 'invalid', now);
  const sent: Sent = { ...order, id, at: now };
  return {
    till: { ...till, current: { is: 'away', order: sent, again: isSent(order) } },
    deed: 'go',
  };
}

function returned(till: Till, id: string, result: string, now: number): Step {
  const { current } = till;
  if (current.is === 'free' || current.order.id !== id || !isSent(current.order)) return { till };
  const { order } = current;
  const free = { ...till, current: FREE };
  if (result === 'cancelled' || result === 'failed') {
    return { till: tell(free, outcome(result, order, now)) };
  }
  if (result !== 'accepted') return { till };
  const accepted = { order, at: now, watched: true, pending: feeIdsOf(order) };
  return { till: { ...free, accepted: [...till.accepted, accepted], told: [] }, deed: 'read' };
}

/** Of two tabs, the one whose order can already be paid; of two alike, the one with the smaller key. */
const goesBefore = (claim: Claim, order: Order): boolean =>
  claim.sent === isSent(order) ? claim.key < order.key : claim.sent;

function heard(till: Till, claim: Claim): Step {
  const { current, others } = till;
  const own = claimsOf(till).find(({ key }) => key === claim.key);
  // A tab that is a copy of this one speaks of the same order.
  if (own) return { till };
  const known = others.find(({ key }) => key === claim.key);
  // What is passed on may be older than what is known.
  if (known && known.until > claim.until) return { till };
  const isContested = ({ order }: Accepted): boolean =>
    feeIdsOf(order).some((feeId) => claim.feeIds.includes(feeId));
  const next = {
    ...till,
    accepted: till.accepted.map((one) => (isContested(one) ? { ...one, contested: true } : one)),
    ...released(till, [...others.filter((one) => one !== known), claim]),
  };
  // Two tabs asked at the same moment: one of them gives way, and both know which.
  if (current.is !== 'starting' || !claim.going || !goesBefore(claim, current.order)) {
    return { till: next };
  }
  return elsewhere(fallBack(next, current.order));
}

/** What time has ended. */
function atTime(till: Till, now: number): Till {
  const others = till.others.filter(({ until }) => now < until);
  return {
    ...till,
    accepted: till.accepted.filter(({ at }) => now < at + ACCEPTED_FOR),
    ...released(till, others),
  };
}

/** Nobody else is paying any more: it is not said any longer. */
const released = ({ others: before, told }: Till, others: readonly Claim[]) => ({
  others,
  told:
    before.some(({ going }) => going) && !others.some(({ going }) => going)
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
export function step(before: Till, happening: Happening, now: number): Step {
  const till = atTime(before, now);
  const { current } = till;
  switch (happening.is) {
    case 'start':
      return start(till, happening.order, now);
    case 'continue':
      if (current.is !== 'open' || !openAt(till, now)) return { till };
      return elsewhereAt(till, now) ? elsewhere(till) : ask(till, { ...current.order, at: now });
    case 'taken':
      return isBusy(till) ? { till } : elsewhere(till);
    case 'answered':
      return answered(till, happening.key, happening.id, now);
    case 'refused':
      return refused(till, happening.key, happening.because, now);
    case 'forgotten':
    case 'kept here': {
      const told = tell(till, { is: happening.is === 'forgotten' ? 'storage' : 'invalid' });
      if (current.is === 'away') return { till: stay(told, current) };
      return current.is === 'starting' ? { till: fallBack(told, current.order) } : { till };
    }
    case 'back':
      return current.is === 'away'
        ? { till: { ...till, current: { is: 'open', order: current.order } }, deed: 'read' }
        : { till };
    case 'returned':
      return returned(till, happening.id, happening.result, now);
    case 'seen':
      return { till: settled(till, happening.seen, now) };
    case 'watched':
      return {
        till: { ...till, accepted: till.accepted.map((one) => ({ ...one, watched: false })) },
      };
    case 'time passes':
      return { till };
    case 'logged out':
      return { till: tell(till, ...till.told.filter((one) => !('order' in one))) };
    case 'patron': {
      const { patron } = happening;
      const first = till.patron === undefined && patron !== undefined;
      const same = first || (patron !== undefined && patron === till.patron);
      return { till: { ...(same ? till : left(till)), patron } };
    }
    case 'heard':
      return heard(till, happening.claim);
    case 'released': {
      const others = till.others.filter(({ key }) => key !== happening.key);
      if (others.length === till.others.length) return { till };
      return { till: { ...till, ...released(till, others) }, deed: 'read' };
    }
  }
}
