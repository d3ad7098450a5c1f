import { stateAt } from './expiry.js';
import { atRest, isSent, type Order } from './order.js';
import { IDLE, INITIAL_STATE, type CurrentPayment, type PaymentState } from './state.js';

interface StoredOrders extends Pick<PaymentState, 'accepted'> {
  readonly currents: readonly Exclude<CurrentPayment, { readonly is: 'idle' }>[];
}

/** The payments of all documents of a tab: a page, and its frames of the same origin. */
export interface StoredState extends StoredOrders, Pick<PaymentState, 'otherClaims' | 'ended'> {}

/** How far each order has come, by key: requested, sent, or accepted. */
export type Progress = ReadonlyMap<string, number>;

export const progressOf = ({ currents, accepted }: StoredOrders): Progress =>
  new Map([
    ...currents.map(({ order }) => [order.key, isSent(order) ? 2 : 1] as const),
    ...accepted.map(({ order }) => [order.key, 3] as const),
  ]);

export const ownOrders = ({ current, accepted }: PaymentState): StoredOrders => ({
  currents: current.is === 'idle' ? [] : [current],
  accepted,
});

/**
 * What the tab's next page needs; nothing where no payment is in progress.
 * @param stored the last state of any document
 * @param known how far this document has seen its orders. An order that has come further is another document's.
 */
export function toStoredState(state: PaymentState, stored?: StoredState, known?: Progress): StoredState | undefined {
  const { otherClaims, ended } = state;
  const own = ownOrders(state);
  const [before, here] = [stored && progressOf(stored), progressOf(own)];
  const isForeign = ({ order: { key } }: { readonly order: Order }): boolean =>
    (before?.get(key) ?? 0) > Math.max(known?.get(key) ?? 0, here.get(key) ?? 0);
  const merge = <T extends { readonly order: Order }>(all: readonly T[] = [], mine: readonly T[]): readonly T[] => [
    ...all.filter(isForeign),
    ...mine.filter((entry) => !isForeign(entry)),
  ];
  const currents = merge(stored?.currents, own.currents);
  const accepted = merge(stored?.accepted, own.accepted);
  const isEmpty = !currents.length && !accepted.length && !otherClaims.length;
  return isEmpty ? undefined : { currents, accepted, otherClaims, ended };
}

/** The state of a page that has just been opened. It can continue the order that was requested last, a sent one first. */
export function fromStoredState(stored: StoredState | undefined, now: number): PaymentState {
  if (!stored) return INITIAL_STATE;
  const { currents, ...rest } = stored;
  const [last] = [...currents].sort(
    ({ order: a }, { order: b }) => +isSent(b) - +isSent(a) || b.requestedAt - a.requestedAt,
  );
  const current = last ? atRest(last.order) : IDLE;
  const state = stateAt({ ...INITIAL_STATE, ...rest, current }, now);
  return last?.is === 'starting' && state.current.is === 'requested' ? { ...state, notices: [{ is: 'lost' }] } : state;
}
