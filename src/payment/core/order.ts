import type { Debt, DebtType } from '../../debts/debt.js';
import type { CalendarDate } from '../../util/time.js';
import { sumOf, type Ore } from '../../util/ore.js';
import { ORDER_LIFETIME, type CurrentPayment } from './state.js';

/** What is stored of a debt in an order: neither names nor titles (CONTRACT 6). */
export interface OrderLine {
  readonly feeId: string;
  readonly amount: Ore;
  readonly type: DebtType;
  readonly createdOn?: CalendarDate | undefined;
  /** The list said `failed` before this order was started: a `failed` read later may still mean the earlier payment. */
  readonly failed?: boolean;
}

/** What the patron has chosen to pay. */
export interface Order {
  /** The `Idempotency-Key`: with the same key the payment host answers the same order. */
  readonly key: string;
  readonly lines: readonly OrderLine[];
  /** The lists that have shown these debts, by `DebtsRead.source`: only they say what became of the order. */
  readonly sources: readonly string[];
  /** Where it was requested. It is continued there, too. */
  readonly paymentUrl: string;
  /** Whose token began it, where there was one: see `PaymentState.patron`. */
  readonly patron?: string | undefined;
  readonly returnUrl: string;
  readonly language: string;
  readonly channel: 'cms' | 'app';
  /** When it was last requested. */
  readonly requestedAt: number;
  /** The payment host's order number, once it has answered. */
  readonly id?: string;
}

/** When an order can no longer be paid. */
export const endOf = ({ requestedAt }: Order): number => requestedAt + ORDER_LIFETIME;

/** An order with a number: it can be paid at the gateway. */
export type SentOrder = Order & { readonly id: string };

export const isSent = (order: Order): order is SentOrder => order.id !== undefined;

/** The state of an order that is not being requested. */
export const atRest = (order: Order): CurrentPayment =>
  isSent(order) ? { is: 'open', order } : { is: 'requested', order };

export const toOrderLine = ({ feeId, amount, type, createdOn, paymentStatus }: Debt): OrderLine => ({
  feeId,
  amount,
  type,
  createdOn,
  failed: paymentStatus === 'failed',
});

/** The sum of an order in øre. */
export const amountOf = ({ lines }: Pick<Order, 'lines'>): Ore => sumOf(lines.map(({ amount }) => amount));

export const feeIdsOf = ({ lines }: Pick<Order, 'lines'>): readonly string[] => lines.map(({ feeId }) => feeId);

/** The same debts at the same amounts: such an order is requested again with the same key. */
export function sameLines(a: Order, b: Order): boolean {
  // An id may contain any character.
  const [one, other] = [a, b].map(({ lines }) =>
    String(lines.map(({ feeId, amount }) => JSON.stringify([`${feeId}`, amount])).sort()),
  );
  return one === other;
}
