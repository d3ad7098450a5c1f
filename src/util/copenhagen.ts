import type { CalendarDate } from './calendar-date.js';
import { now } from './now.js';

/** Created when first needed: the first formatter of a page takes a phone 60 ms. */
let isoDay: Intl.DateTimeFormat | undefined;

/** The date in Copenhagen at an instant (CONTRACT 3.7). */
export function dayInCopenhagen(instant: Date | number): CalendarDate {
  // Swedish dates are written as ISO dates.
  isoDay ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return isoDay.format(instant) as CalendarDate;
}

/**
 * Calls back just after every full hour. Returns a function that stops it.
 * Midnight in Copenhagen is at a full hour of UTC in summer and winter, so it need not be calculated.
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
