import type { CalendarDate } from './calendar-date.js';
import { now } from './now.js';

/** Made when it is first needed: the first formatter of a page costs a phone 60 ms, which the debts can travel in. */
let isoDay: Intl.DateTimeFormat | undefined;

/** The day in Copenhagen at an instant (CONTRACT 3.7). */
export function dayInCopenhagen(instant: Date | number): CalendarDate {
  // Swedish writes a date as ISO does; the zone makes it the day in Copenhagen.
  isoDay ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return isoDay.format(instant) as CalendarDate;
}

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
