import { stateAt } from './expiry.js';
import { atRest, isSent } from './order.js';
import { INITIAL_STATE, ordersOf, withOrders, type OrderEntry, type PaymentState } from './state.js';

/** The payments of all documents of a tab: a page, and its frames of the same origin. */
export interface StoredState extends Pick<PaymentState, 'otherClaims' | 'ended'> {
  readonly orders: readonly OrderEntry[];
}

/** How far each order has come, by key: requested, sent, or accepted. */
export type Progress = ReadonlyMap<string, number>;

export const progressOf = (orders: readonly OrderEntry[] = []): Progress =>
  new Map(orders.map(({ is, order }) => [order.key, is === 'accepted' ? 3 : isSent(order) ? 2 : 1]));

/**
 * What the tab's next page needs; nothing where no payment is in progress.
 * @param stored the last state of any document
 * @param known how far this document has seen its orders. An order that has come further is another document's.
 */
export function toStoredState(state: PaymentState, stored?: StoredState, known?: Progress): StoredState | undefined {
  const { otherClaims, ended } = state;
  const own = ordersOf(state);
  const [before, here] = [progressOf(stored?.orders), progressOf(own)];
  const isForeign = ({ order: { key } }: OrderEntry): boolean =>
    (before.get(key) ?? 0) > Math.max(known?.get(key) ?? 0, here.get(key) ?? 0);
  const orders = [...(stored?.orders ?? []).filter(isForeign), ...own.filter((entry) => !isForeign(entry))];
  return orders.length || otherClaims.length ? { orders, otherClaims, ended } : undefined;
}

/** The state of a page that has just been opened. It can continue the order that was requested last, a sent one first. */
export function fromStoredState(stored: StoredState | undefined, now: number): PaymentState {
  if (!stored) return INITIAL_STATE;
  const { orders, ...rest } = stored;
  const before = withOrders({ ...INITIAL_STATE, ...rest }, orders);
  const [last] = orders
    .filter(({ is }) => is !== 'accepted')
    .sort(({ order: a }, { order: b }) => +isSent(b) - +isSent(a) || b.requestedAt - a.requestedAt);
  const state = stateAt(last ? { ...before, current: atRest(last.order) } : before, now);
  return last?.is === 'starting' && state.current.is === 'requested' ? { ...state, notices: [{ is: 'lost' }] } : state;
}
