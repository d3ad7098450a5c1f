/** In milliseconds since 1970. Not `Date.now()`, which Datejs replaces. */
export const now = (): number => +new Date();

declare const brand: unique symbol;

/** A day as `YYYY-MM-DD`, the same day in every time zone. Compares with `<` as the calendar does. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/**
 * The date in `value`, or `undefined` where it is not a date of the years 1900–2999. Some systems write year 1 or 1899 for
 * "none" (CONTRACT 3.7).
 */
export function calendarDate(value: unknown): CalendarDate | undefined {
  return typeof value === 'string' &&
    /^(19|2\d)\d\d-(0[1-9]|1[0-2])-\d\d$/.test(value) &&
    // Rejects 30 February, which `Date` reads as a day in March.
    new Date(value).getUTCDate() === +value.slice(8)
    ? (value as CalendarDate)
    : undefined;
}

/** Midnight UTC of a date, for `Intl` formatters with `timeZone: 'UTC'`. */
export const instantOf = (date: CalendarDate): Date => new Date(date);

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
