import type { Settings } from '../config/settings.js';
import type { HttpOptions } from '../fees/http.js';

/** An element, as the cashier knows it. */
export interface PaymentClient {
  settings(): Settings;
  transport(): HttpOptions;
  /** The debts are to be read again; `anew`: also where a read is under way, which may have begun too early. */
  read(anew: boolean): void;
  /** The till has changed. */
  show(): void;
  /** The host does not know the patron any more. */
  login(): void;
  /** The app around the page opens it; answers whether there is one that does. */
  open(url: string): boolean;
}
