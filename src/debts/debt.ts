import type { DebtorSystem } from '../config/settings.js';
import type { Fee, PaymentStatus } from '../fees/fee.js';

export type { FeeType as DebtType, Material, PaymentStatus } from '../fees/fee.js';

/** One thing the patron owes: a fee of the library system, and the debtor system that collects it. */
export interface Debt extends Omit<Fee, 'kind' | 'payableByClient'> {
  readonly system: DebtorSystem;
  /** FBS allows a client to offer payment of it. Whether this client does is decided in `payment/core/`. */
  readonly payableByClient: boolean;
}

const BY_STRICTNESS: readonly (PaymentStatus | undefined)[] = ['failed', undefined, 'reserved', 'pending', 'completed'];

/** Of two states of one debt, the one that allows less. */
export const stricterStatus = (
  ...statuses: readonly [PaymentStatus | undefined, PaymentStatus | undefined]
): PaymentStatus | undefined => BY_STRICTNESS[Math.max(...statuses.map((status) => BY_STRICTNESS.indexOf(status)))];
