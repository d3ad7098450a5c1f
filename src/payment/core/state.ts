import type { PaymentStatus } from '../../debts/debt.js';
import { feeIdsOf, type Order } from './order.js';
import type { Ore } from '../../util/ore.js';

/** The till of a tab: where its one payment is, and what other tabs are paying. How it changes is in `step.ts`. */
export interface PaymentState {
  readonly current: CurrentPayment;
  /** Paid, and not yet seen to be registered. */
  readonly accepted: readonly AcceptedOrder[];
  readonly otherClaims: readonly Claim[];
  /** The keys of own orders that have ended: a tab that was away may still take them for being paid. */
  readonly ended: readonly string[];
  /** What the patron has not been told before this. */
  readonly notices: readonly Notice[];
  /** A checksum of whose till it is, where the app around the page says so. */
  readonly patron?: number | undefined;
}

/** An order that the host has given its number: it can be accepted at the gateway. */
export type SentOrder = Order & { readonly id: string };

export type CurrentPayment =
  | { readonly is: 'free' }
  /** The host has been asked. Where the order is a sent one, it is asked for again. */
  | { readonly is: 'starting'; readonly order: Order | SentOrder }
  /** The host was asked, and the browser not sent: nobody can have paid. For the same debts it is asked the same again. */
  | { readonly is: 'asked'; readonly order: Order }
  /** The browser has been sent to the gateway; `again`: it had been there before. */
  | { readonly is: 'away'; readonly order: SentOrder; readonly again: boolean }
  /** The patron is here again, and nobody knows what happened there. */
  | { readonly is: 'open'; readonly order: SentOrder };

export interface AcceptedOrder {
  readonly order: SentOrder;
  /** When it came back, in milliseconds since 1970. */
  readonly at: number;
  /** It is being looked for; afterwards the patron is told that it takes its time. */
  readonly watched: boolean;
  /** The debts that are still in the list and have not failed. */
  readonly pending: readonly string[];
  /** Another tab has asked for some of these debts: once they are gone, nobody here knows which order paid them. */
  readonly contested?: boolean;
}

/** What one tab tells the others of an order of its own. */
export interface Claim {
  readonly key: string;
  readonly feeIds: readonly string[];
  /** After this it says nothing any more; in milliseconds since 1970. */
  readonly until: number;
  /** It is being paid, so nothing else is; otherwise it has been, and these debts are not paid again. */
  readonly inProgress: boolean;
  readonly sent: boolean;
  /** Of these an earlier payment had failed when this one began. */
  readonly failed: readonly string[];
  /** From before another patron came: it locks its debts, and is spoken of no more. */
  readonly afterPatronChange?: 'paying' | 'registering';
}

/** Why a debt cannot be chosen: it is being paid, or is paid and being registered (CONTRACT 6). */
export type Lock = 'paying' | 'registering';

/** Why no payment was started. The first three are the host's (CONTRACT 6: 409, 410, 422). */
export type Refusal =
  'paying' | 'paid' | 'changed' | 'lost' | 'invalid' | 'login' | 'storage' | 'elsewhere';

/** What became of an order. `gone`: its debts are no longer there; `partly`: some are, and will not be registered. */
export type Result = 'cancelled' | 'failed' | 'gone' | 'partly' | 'receipt';

export interface Outcome {
  readonly is: Result;
  readonly order: SentOrder;
  /** In øre. */
  readonly amount: Ore;
  /** When it was known, in milliseconds since 1970. */
  readonly at: number;
}

export type Notice = { readonly is: Refusal } | Outcome;

/** What has been read of the debts in one place. */
export interface DebtsRead {
  readonly source: string;
  /** The debts there, with what the host says of their payment. */
  readonly debts: ReadonlyMap<string, PaymentStatus | undefined>;
  /** Nothing there was unreadable: what is not among `debts` is not there. */
  readonly complete: boolean;
}

const MINUTE = 60_000;

/** The host lets an order die 30 minutes after it was last asked for (README); a request may be 5 on its way. */
export const ORDER_LIFETIME = 35 * MINUTE;
/** By then an accepted order is registered, or has failed, or is a matter for the library. */
export const ACCEPTED_LIFETIME = 24 * 60 * MINUTE;

export const FREE: CurrentPayment = { is: 'free' };

export const INITIAL_STATE: PaymentState = {
  current: FREE,
  accepted: [],
  otherClaims: [],
  ended: [],
  notices: [],
  patron: undefined,
};

export const isSent = (order: Order): order is SentOrder => order.id !== undefined;

const claimOf = (
  order: Order,
  feeIds: readonly string[],
  until: number,
  going: boolean,
): Claim => ({
  key: order.key,
  feeIds,
  until,
  inProgress: going,
  sent: isSent(order),
  failed: feeIdsOf({ lines: order.lines.filter(({ failed }) => failed) }),
});

/** The host is being asked, or the browser is on its way. */
export const isBusy = ({ current }: Pick<PaymentState, 'current'>): boolean =>
  current.is === 'starting' || current.is === 'away';

/** What this tab's own orders keep from others, and for how long. */
export function claimsOf({
  current,
  accepted,
  otherClaims: others,
}: PaymentState): readonly Claim[] {
  const claims = [
    ...others.filter(({ afterPatronChange: left }) => left),
    ...accepted.map(({ order, at, pending }) =>
      claimOf(order, pending, at + ACCEPTED_LIFETIME, false),
    ),
  ];
  if (current.is === 'free' || current.is === 'asked') return claims;
  const { order } = current;
  return [...claims, claimOf(order, feeIdsOf(order), order.requestedAt + ORDER_LIFETIME, true)];
}

/** The order that may have been paid at the gateway, or not, for as long as it can be. */
export const openOrderAt = ({ current }: PaymentState, now: number): SentOrder | undefined =>
  current.is === 'open' && now < current.order.requestedAt + ORDER_LIFETIME
    ? current.order
    : undefined;

/** The order that was left and is being gone on with. */
export const resumingOrder = ({ current }: PaymentState): SentOrder | undefined => {
  const again = current.is === 'starting' || (current.is === 'away' && current.again);
  return again && isSent(current.order) ? current.order : undefined;
};

/** What the host was asked for and nobody was sent to pay: that the host holds it for a payment is this tab's doing. */
export const requestedFeeIds = ({ current }: PaymentState): readonly string[] =>
  current.is === 'asked' ? feeIdsOf(current.order) : [];

/** The other tab that is paying. */
export const otherTabClaimAt = (
  { otherClaims: others }: PaymentState,
  now: number,
): Claim | undefined => others.find(({ inProgress: going, until }) => going && now < until);

/** The debts that cannot be chosen, because their payment is under way or being registered (CONTRACT 6). */
export function locksAt(till: PaymentState, now: number): ReadonlyMap<string, Lock> {
  // While its own button is busy nothing on the page changes.
  const own = isBusy(till) ? { ...till, current: FREE } : till;
  const locks = new Map<string, Lock>();
  for (const { feeIds, until, inProgress: going, afterPatronChange: left } of [
    ...till.otherClaims,
    ...claimsOf(own),
  ]) {
    if (now >= until) continue;
    for (const feeId of feeIds) locks.set(feeId, left ?? (going ? 'paying' : 'registering'));
  }
  return locks;
}

/** What outlives the page, in the tab. */
export type StoredState = Pick<
  PaymentState,
  'current' | 'accepted' | 'otherClaims' | 'ended' | 'patron'
>;

/** Nothing, where nothing is under way. */
export function toStoredState(till: PaymentState): StoredState | undefined {
  const { current, accepted, otherClaims: others, ended, patron } = till;
  return current.is === 'free' && !accepted.length && !others.length
    ? undefined
    : { current, accepted, otherClaims: others, ended, patron };
}

/** The till of a page that has just been opened, from what the tab remembers. */
export function fromStoredState(remembered: StoredState, now: number): PaymentState {
  const { current, accepted, otherClaims: others } = remembered;
  const till: PaymentState = {
    ...remembered,
    accepted: accepted.filter(({ at }) => now < at + ACCEPTED_LIFETIME),
    otherClaims: others.filter(({ until }) => now < until),
    notices: [],
  };
  if (current.is === 'free') return till;
  const { order } = current;
  // Nobody comes back after a day.
  if (now >= order.requestedAt + ACCEPTED_LIFETIME) return { ...till, current: FREE };
  if (isSent(order)) return { ...till, current: { is: 'open', order } };
  return {
    ...till,
    current: { is: 'asked', order },
    notices: current.is === 'starting' ? [{ is: 'lost' }] : [],
  };
}
