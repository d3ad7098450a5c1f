import type { DebtorSystem } from '../config/debtor-system.js';
import type { CalendarDate } from '../util/calendar-date.js';
import type { Ore } from '../util/ore.js';

export type DebtType = 'fee' | 'compensation' | 'other';

/** What the host says of a payment of the debt that is under way, or was (CONTRACT 6). */
export type PaymentStatus = 'reserved' | 'pending' | 'completed' | 'failed';

/** One thing a debt is for. */
export interface Material {
  /** The number on the item itself. */
  readonly itemNumber?: string | undefined;
  /** The FAUST number of its bibliographic record. */
  readonly recordId?: string | undefined;
  /** Volume and year of a periodical, as the library system words them. */
  readonly periodical?: string | undefined;
}

/** One thing the patron owes: a fee or a compensation. */
export interface Debt {
  /** FBS's `feeId`, in decimal digits. */
  readonly feeId: string;
  readonly system: DebtorSystem;
  readonly type: DebtType;
  /** Why, in the library system's own words (Danish, plain text); empty where it gives none. */
  readonly reason: string;
  /** What is left to pay, in øre. */
  readonly amount: Ore;
  readonly createdOn?: CalendarDate | undefined;
  readonly dueOn?: CalendarDate | undefined;
  /** FBS allows a client to offer payment of it. Whether this client does is decided in `payment/`. */
  readonly payableByClient: boolean;
  readonly paymentStatus?: PaymentStatus | undefined;
  readonly materials: readonly Material[];
}
