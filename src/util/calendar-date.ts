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
