import type { CalendarDate } from '../util/calendar-date.js';
import type { Settings } from './settings.js';

/** Where the library is in its change of systems (CONTRACT 5). */
export type Phase = 'before' | 'transition' | 'after';

/** The end of the old payment is looked at first: where the two dates contradict each other, nobody is sent to pay. */
export function phaseOn(
  today: CalendarDate,
  { switchDate, dibsEndDate }: Pick<Settings, 'switchDate' | 'dibsEndDate'>,
): Phase {
  if (dibsEndDate && today >= dibsEndDate) return 'after';
  return switchDate && today < switchDate ? 'before' : 'transition';
}
