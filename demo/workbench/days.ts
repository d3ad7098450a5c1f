import { calendarDate, instantOf, type CalendarDate } from '../../src/util/time.js';

const DAY = 86_400_000;

/** The day `days` after `date`; before it if negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  calendarDate(new Date(instantOf(date).getTime() + days * DAY).toISOString().slice(0, 10)) ?? date;

/** The number of days from `from` to `to`. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((instantOf(to).getTime() - instantOf(from).getTime()) / DAY);

export const firstOf = (dates: readonly CalendarDate[]): CalendarDate | undefined =>
  [...dates].sort()[0];
