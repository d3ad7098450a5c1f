import { stateAt } from './expiry.js';
import { isSent, type Order } from './order.js';
import { ordersOf } from './selectors.js';
import { IDLE, INITIAL_STATE, type AcceptedOrder, type CurrentPayment, type PaymentState } from './state.js';

/** The payments of all documents of a tab: a page, and its frames of the same origin. */
export interface StoredState extends Pick<PaymentState, 'otherClaims' | 'ended'> {
  readonly currents: readonly Exclude<CurrentPayment, { readonly is: 'idle' }>[];
  readonly accepted: readonly AcceptedOrder[];
}

/**
 * What the tab's next page needs; nothing where no payment is in progress.
 * @param stored the last state of any document
 * @param known the keys that this document has read or stored. Orders with others belong to other documents.
 */
export function toStoredState(
  state: PaymentState,
  stored?: StoredState,
  known: ReadonlySet<string> = new Set(),
): StoredState | undefined {
  const { current, accepted, otherClaims, ended } = state;
  const ownKeys = ordersOf(state).map(({ key }) => key);
  const ofOthers = <T extends { readonly order: Order }>(entries: readonly T[] = []): readonly T[] =>
    entries.filter(({ order: { key } }) => !known.has(key) && !ownKeys.includes(key));
  const currents = [...ofOthers(stored?.currents), ...(current.is === 'idle' ? [] : [current])];
  const all = [...ofOthers(stored?.accepted), ...accepted];
  return currents.length || all.length || otherClaims.length
    ? { currents, accepted: all, otherClaims, ended }
    : undefined;
}

/** The state of a page that has just been opened. It can continue the order that was requested last, a sent one first. */
export function fromStoredState(stored: StoredState | undefined, now: number): PaymentState {
  if (!stored) return INITIAL_STATE;
  const { currents, ...rest } = stored;
  const [last] = [...currents].sort(
    ({ order: a }, { order: b }) => +isSent(b) - +isSent(a) || b.requestedAt - a.requestedAt,
  );
  const order = last?.order;
  const state = stateAt(
    {
      ...INITIAL_STATE,
      ...rest,
      current: !order ? IDLE : isSent(order) ? { is: 'open', order } : { is: 'requested', order },
    },
    now,
  );
  return last?.is === 'starting' && state.current.is === 'requested' ? { ...state, notices: [{ is: 'lost' }] } : state;
}
