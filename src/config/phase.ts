import type { CalendarDate } from '../util/time.js';
import type { Settings } from './settings.js';

/** The phase of the library's change of systems (CONTRACT 5). */
export type Phase = 'before' | 'transition' | 'after';

/** The end date has precedence: if the dates contradict each other, nobody is asked to pay here. */
export function phaseOn(
  today: CalendarDate,
  { switchDate, dibsEndDate }: Pick<Settings, 'switchDate' | 'dibsEndDate'>,
): Phase {
  if (dibsEndDate && today >= dibsEndDate) return 'after';
  return switchDate && today < switchDate ? 'before' : 'transition';
}
