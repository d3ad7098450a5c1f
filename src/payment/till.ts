import type { PaymentStatus } from '../debts/debt.js';
import { feeIdsOf, type Order } from './order.js';
import type { Ore } from '../units/ore.js';

/** The till of a tab: where its one payment is, and what other tabs are paying. How it changes is in `step.ts`. */
export interface Till {
  readonly current: Current;
  /** Paid, and not yet seen to be registered. */
  readonly accepted: readonly Accepted[];
  readonly others: readonly Claim[];
  /** The keys of own orders that have ended: a tab that was away may still take them for being paid. */
  readonly ended: readonly string[];
  /** What the patron has not been told before this. */
  readonly told: readonly Told[];
  /** A checksum of whose till it is, where the app around the page says so. */
  readonly patron?: number | undefined;
}

/** An order that the host has given its number: it can be accepted at the gateway. */
export type Sent = Order & { readonly id: string };

export type Current =
  | { readonly is: 'free' }
  /** The host has been asked. Where the order is a sent one, it is asked for again. */
  | { readonly is: 'starting'; readonly order: Order | Sent }
  /** The host was asked, and the browser not sent: nobody can have paid. For the same debts it is asked the same again. */
  | { readonly is: 'asked'; readonly order: Order }
  /** The browser has been sent to the gateway; `again`: it had been there before. */
  | { readonly is: 'away'; readonly order: Sent; readonly again: boolean }
  /** The patron is here again, and nobody knows what happened there. */
  | { readonly is: 'open'; readonly order: Sent };

export interface Accepted {
  readonly order: Sent;
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
  readonly going: boolean;
  readonly sent: boolean;
  /** Of these an earlier payment had failed when this one began. */
  readonly failed: readonly string[];
  /** From before another patron came: it locks its debts, and is spoken of no more. */
  readonly left?: 'paying' | 'registering';
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
  readonly order: Sent;
  /** In øre. */
  readonly amount: Ore;
  /** When it was known, in milliseconds since 1970. */
  readonly at: number;
}

export type Told = { readonly is: Refusal } | Outcome;

/** What has been read of the debts in one place. */
export interface Seen {
  readonly source: string;
  /** The debts there, with what the host says of their payment. */
  readonly debts: ReadonlyMap<string, PaymentStatus | undefined>;
  /** Nothing there was unreadable: what is not among `debts` is not there. */
  readonly complete: boolean;
}

const MINUTE = 60_000;

/** The host lets an order die 30 minutes after it was last asked for (README); a request may be 5 on its way. */
export const OPEN_FOR = 35 * MINUTE;
/** By then an accepted order is registered, or has failed, or is a matter for the library. */
export const ACCEPTED_FOR = 24 * 60 * MINUTE;

export const FREE: Current = { is: 'free' };

export const NOTHING: Till = {
  current: FREE,
  accepted: [],
  others: [],
  ended: [],
  told: [],
  patron: undefined,
};

export const isSent = (order: Order): order is Sent => order.id !== undefined;

const claimOf = (
  order: Order,
  feeIds: readonly string[],
  until: number,
  going: boolean,
): Claim => ({
  key: order.key,
  feeIds,
  until,
  going,
  sent: isSent(order),
  failed: feeIdsOf({ lines: order.lines.filter(({ failed }) => failed) }),
});

/** The host is being asked, or the browser is on its way. */
export const isBusy = ({ current }: Pick<Till, 'current'>): boolean =>
  current.is === 'starting' || current.is === 'away';

/** What this tab's own orders keep from others, and for how long. */
export function claimsOf({ current, accepted, others }: Till): readonly Claim[] {
  const claims = [
    ...others.filter(({ left }) => left),
    ...accepted.map(({ order, at, pending }) => claimOf(order, pending, at + ACCEPTED_FOR, false)),
  ];
  if (current.is === 'free' || current.is === 'asked') return claims;
  const { order } = current;
  return [...claims, claimOf(order, feeIdsOf(order), order.at + OPEN_FOR, true)];
}

/** The order that may have been paid at the gateway, or not, for as long as it can be. */
export const openAt = ({ current }: Till, now: number): Sent | undefined =>
  current.is === 'open' && now < current.order.at + OPEN_FOR ? current.order : undefined;

/** The order that was left and is being gone on with. */
export const resumingIn = ({ current }: Till): Sent | undefined => {
  const again = current.is === 'starting' || (current.is === 'away' && current.again);
  return again && isSent(current.order) ? current.order : undefined;
};

/** What the host was asked for and nobody was sent to pay: that the host holds it for a payment is this tab's doing. */
export const askedIn = ({ current }: Till): readonly string[] =>
  current.is === 'asked' ? feeIdsOf(current.order) : [];

/** The other tab that is paying. */
export const elsewhereAt = ({ others }: Till, now: number): Claim | undefined =>
  others.find(({ going, until }) => going && now < until);

/** The debts that cannot be chosen, because their payment is under way or being registered (CONTRACT 6). */
export function locksAt(till: Till, now: number): ReadonlyMap<string, Lock> {
  // While its own button is busy nothing on the page changes.
  const own = isBusy(till) ? { ...till, current: FREE } : till;
  const locks = new Map<string, Lock>();
  for (const { feeIds, until, going, left } of [...till.others, ...claimsOf(own)]) {
    if (now >= until) continue;
    for (const feeId of feeIds) locks.set(feeId, left ?? (going ? 'paying' : 'registering'));
  }
  return locks;
}

/** What outlives the page, in the tab. */
export type Remembered = Pick<Till, 'current' | 'accepted' | 'others' | 'ended' | 'patron'>;

/** Nothing, where nothing is under way. */
export function rememberedOf(till: Till): Remembered | undefined {
  const { current, accepted, others, ended, patron } = till;
  return current.is === 'free' && !accepted.length && !others.length
    ? undefined
    : { current, accepted, others, ended, patron };
}

/** The till of a page that has just been opened, from what the tab remembers. */
export function resumed(remembered: Remembered, now: number): Till {
  const { current, accepted, others } = remembered;
  const till: Till = {
    ...remembered,
    accepted: accepted.filter(({ at }) => now < at + ACCEPTED_FOR),
    others: others.filter(({ until }) => now < until),
    told: [],
  };
  if (current.is === 'free') return till;
  const { order } = current;
  // Nobody comes back after a day.
  if (now >= order.at + ACCEPTED_FOR) return { ...till, current: FREE };
  if (isSent(order)) return { ...till, current: { is: 'open', order } };
  return {
    ...till,
    current: { is: 'asked', order },
    told: current.is === 'starting' ? [{ is: 'lost' }] : [],
  };
}
