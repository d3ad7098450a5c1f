import type { DebtorSystem } from '../config/settings.js';
import type { ParsedFee } from '../fees/fee.js';
import type { CalendarDate } from '../util/time.js';

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
