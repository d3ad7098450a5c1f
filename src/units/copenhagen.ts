import type { CalendarDate } from './calendar-date.js';
import { now } from './now.js';

/** Swedish writes a date as ISO does; the zone makes it the day in Copenhagen. */
const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Copenhagen at an instant (CONTRACT 3.7). */
export const dayInCopenhagen = (instant: Date | number): CalendarDate =>
  isoDay.format(instant) as CalendarDate;

/**
 * Calls back just after every full hour, until told to stop; answers that stop.
 * Copenhagen's midnight is always at a full hour of UTC, summer and winter, so nobody has to calculate it.
 */
export function everyHour(callback: () => void): () => void {
  const hour = 3_600_000;
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    timer = setTimeout(
      () => {
        next();
        callback();
      },
      hour - (now() % hour),
    );
  };
  next();
  return () => clearTimeout(timer);
}
