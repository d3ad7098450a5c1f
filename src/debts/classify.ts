import type { CalendarDate } from '../util/calendar-date.js';
import type { DebtorSystem } from '../config/debtor-system.js';

/** What decides whose debt it is, beside the debt itself. */
export interface SwitchRules {
  readonly today: CalendarDate;
  readonly switchDate?: CalendarDate | undefined;
}

/** What a debt, or an entry that could not be read, says of the system it belongs to. */
export interface SystemSigns {
  readonly payableByClient: boolean | undefined;
  readonly createdOn?: CalendarDate | undefined;
}

/** Whose debt it is, in an answer that serves both systems (CONTRACT 3.2). */
export function systemOf(signs: SystemSigns, { today, switchDate }: SwitchRules): DebtorSystem {
  const { payableByClient, createdOn } = signs;
  if (switchDate && today < switchDate) return 'dibs';
  if (payableByClient !== undefined) return payableByClient ? 'dibs' : 'oir';
  return switchDate && createdOn && createdOn < switchDate ? 'dibs' : 'oir';
}
