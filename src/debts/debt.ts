import type { DebtorSystem } from '../config/settings.js';
import type { Fee, ParsedFee, PaymentStatus } from '../fees/fee.js';
import type { CalendarDate } from '../util/time.js';

export type { FeeType as DebtType, Material, PaymentStatus } from '../fees/fee.js';

/** One thing the patron owes: a fee of the library system, and the debtor system that collects it. */
export interface Debt extends Fee {
  /** FBS allows a client to offer payment of it. Whether this client does is decided in `payment/core/`. */
  readonly payableByClient: boolean;
}

/** What decides which system collects a debt, beside the debt itself. */
export interface SwitchRules {
  readonly today: CalendarDate;
  readonly switchDate?: CalendarDate | undefined;
}

/** Which system collects a fee, in an answer that serves both (CONTRACT 3.2). */
export function systemOf(
  { payableByClient, createdOn }: Pick<ParsedFee, 'payableByClient' | 'createdOn'>,
  { today, switchDate }: SwitchRules,
): DebtorSystem {
  if (switchDate && today < switchDate) return 'dibs';
  if (payableByClient !== undefined) return payableByClient ? 'dibs' : 'oir';
  return switchDate && createdOn && createdOn < switchDate ? 'dibs' : 'oir';
}

/** A fee as a debt of this system. Most often it is one already: then no object is created, and its row is not drawn again. */
export const debtOf = (fee: Fee, system: DebtorSystem): Debt =>
  fee.system === system && fee.payableByClient !== undefined
    ? (fee as Debt)
    : Object.freeze({ ...fee, system, payableByClient: fee.payableByClient === true });

const BY_STRICTNESS: readonly (PaymentStatus | undefined)[] = ['failed', undefined, 'reserved', 'pending', 'completed'];

/** Of two states of one debt, the one that allows less. */
export const stricterStatus = (
  ...statuses: readonly [PaymentStatus | undefined, PaymentStatus | undefined]
): PaymentStatus | undefined => BY_STRICTNESS[Math.max(...statuses.map((status) => BY_STRICTNESS.indexOf(status)))];
