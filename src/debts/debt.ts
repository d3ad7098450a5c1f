import type { DebtorSystem } from '../config/settings.js';
import type { Fee } from '../fees/fee.js';

export type { FeeType as DebtType, Material, PaymentStatus } from '../fees/fee.js';

/** One thing the patron owes: a fee of the library system, and the debtor system that collects it. */
export interface Debt extends Omit<Fee, 'kind' | 'payableByClient'> {
  readonly system: DebtorSystem;
  /** FBS allows a client to offer payment of it. Whether this client does is decided in `payment/core/`. */
  readonly payableByClient: boolean;
}
