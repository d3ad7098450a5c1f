import type { Debt, DebtType } from '../../debts/debt.js';
import type { CalendarDate } from '../../util/calendar-date.js';
import { sumOf, type Ore } from '../../util/ore.js';

/** One debt of an order, as far as it is remembered while the patron is away: neither names nor titles (CONTRACT 6). */
export interface OrderLine {
  readonly feeId: string;
  /** In øre. */
  readonly amount: Ore;
  readonly type: DebtType;
  readonly createdOn?: CalendarDate | undefined;
  /** An earlier payment of it had failed when this one began: that it failed says nothing of this one. */
  readonly failed?: boolean;
}

/** What a patron has asked to pay. */
export interface Order {
  /** The `Idempotency-Key`: asked again with it, the host answers the same order. */
  readonly key: string;
  /** Exactly these are paid. */
  readonly lines: readonly OrderLine[];
  /** The path that the debts were read from: only what is read there says what has become of them. */
  readonly source: string;
  readonly returnUrl: string;
  readonly language: string;
  readonly channel: 'cms' | 'app';
  /** When it was last asked for, in milliseconds since 1970. */
  readonly requestedAt: number;
  /** The host's order number, once it has answered. */
  readonly id?: string;
}

export const toOrderLine = ({
  feeId,
  amount,
  type,
  createdOn,
  paymentStatus,
}: Debt): OrderLine => ({
  feeId,
  amount,
  type,
  createdOn,
  failed: paymentStatus === 'failed',
});

/** The sum of an order in øre. */
export const amountOf = ({ lines }: Pick<Order, 'lines'>): Ore =>
  sumOf(lines.map(({ amount }) => amount));

export const feeIdsOf = ({ lines }: Pick<Order, 'lines'>): readonly string[] =>
  lines.map(({ feeId }) => feeId);

/** The same debts at the same amounts: then the host is asked with the same key. */
export const sameLines = (a: Order, b: Order): boolean => {
  const written = ({ lines }: Order): string =>
    lines
      .map(({ feeId, amount }) => `${feeId}=${amount}`)
      .sort()
      .join();
  return written(a) === written(b);
};
