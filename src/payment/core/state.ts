import type { PaymentStatus } from '../../debts/debt.js';
import type { Ore } from '../../util/ore.js';
import type { Claim } from './claims.js';
import type { Order, SentOrder } from './order.js';

/** The payment of a tab, and what other tabs claim. `reducer.ts` changes it. Times are in milliseconds since 1970. */
export interface PaymentState {
  readonly current: CurrentPayment;
  /** Orders that have been paid and are not registered yet. */
  readonly accepted: readonly AcceptedOrder[];
  readonly otherClaims: readonly Claim[];
  /** Keys of own orders that have ended: a tab that missed the message may still repeat their claims. */
  readonly ended: readonly string[];
  /** What the patron must read now. */
  readonly notices: readonly Notice[];
  /** A salted checksum of who has logged in: of the patron's name where the page or the app gives one, else of the token. */
  readonly patron?: string | undefined;
}

export type CurrentPayment =
  | { readonly is: 'idle'; readonly order?: undefined }
  /** The request is on its way. A sent order is requested again, to continue it. */
  | { readonly is: 'starting'; readonly order: Order | SentOrder }
  /** Requested, but the browser never left: nobody can have paid. The same debts are requested with the same key. */
  | { readonly is: 'requested'; readonly order: Order }
  /** The browser is leaving for the gateway. `again`: it has been there before. */
  | { readonly is: 'away'; readonly order: SentOrder; readonly again: boolean }
  /** The patron is back, and the result is unknown. */
  | { readonly is: 'open'; readonly order: SentOrder };

export interface AcceptedOrder {
  readonly is: 'accepted';
  readonly order: SentOrder;
  /** When the browser returned. */
  readonly at: number;
  /** The debts are being read repeatedly. After that, the patron reads that registration takes longer. */
  readonly watched: boolean;
  /** The debts that are still listed and have not failed. */
  readonly pending: readonly string[];
  /** Another tab has ordered some of these debts too: when they are gone, either order may have paid them. */
  readonly contested?: boolean | undefined;
}

export type OrderEntry = Exclude<CurrentPayment, { readonly is: 'idle' }> | AcceptedOrder;

/** Why no payment was started. The first three come from the payment host (CONTRACT 6: 409, 410, 422). */
export type Refusal = 'paying' | 'paid' | 'changed' | 'lost' | 'invalid' | 'login' | 'storage';

/** `elsewhere`: another tab is paying, until this time at the latest. */
export type Refused = { readonly is: Refusal } | { readonly is: 'elsewhere'; readonly until: number };

/** What became of an order. `gone`: its debts are no longer listed; `partly`: only some of them were registered. */
export type Result = 'cancelled' | 'failed' | 'gone' | 'partly' | 'receipt';

export interface Outcome {
  readonly is: Result;
  readonly order: SentOrder;
  readonly amount: Ore;
  /** When it became known. */
  readonly at: number;
}

/** The result that the payment host has added to the return URL. */
export interface ReturnedPayment {
  readonly orderId: string;
  readonly result: string;
}

/** `unknown`: the browser returned with an order that this tab does not know. */
export type Notice = Refused | Outcome | ({ readonly is: 'unknown' } & ReturnedPayment);

/** The debts that one endpoint answered. */
export interface DebtsRead {
  /** Which list it is: the same for the same URL. */
  readonly source: string;
  /** The payment status of each debt, by fee id. */
  readonly debts: ReadonlyMap<string, PaymentStatus | undefined>;
  /** Every fee was readable: a debt that is not in `debts` is not listed. */
  readonly complete: boolean;
}

/** The payment host drops an order 30 minutes after the last request (docs/payments.md); a request may travel for 5. */
export const ORDER_LIFETIME = 35 * 60_000;
/** An accepted order that is not registered after this time is a matter for the library. */
export const ACCEPTED_LIFETIME = 24 * 60 * 60_000;

export const IDLE: CurrentPayment = { is: 'idle' };

export const INITIAL_STATE: PaymentState = {
  current: IDLE,
  accepted: [],
  otherClaims: [],
  ended: [],
  notices: [],
  patron: undefined,
};

/** The orders of this document. */
export const ordersOf = ({ current, accepted }: Pick<PaymentState, 'current' | 'accepted'>): readonly OrderEntry[] =>
  current.is === 'idle' ? accepted : [...accepted, current];

/** @param orders at most one that is not accepted */
export const withOrders = (state: PaymentState, orders: readonly OrderEntry[]): PaymentState => ({
  ...state,
  current: orders.find((entry) => entry.is !== 'accepted') ?? IDLE,
  accepted: orders.filter((entry) => entry.is === 'accepted'),
});
