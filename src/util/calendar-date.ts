declare const brand: unique symbol;

/** A day as `YYYY-MM-DD`, the same day in every time zone. Compares with `<` as the calendar does. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/**
 * The day written in `value`, or nothing where it is no day of the years 1900–2999.
 * Systems write year 1 or 1899 when they mean "none", and a patron should not read that (CONTRACT 3.7).
 */
export function calendarDate(value: unknown): CalendarDate | undefined {
  return typeof value === 'string' &&
    /^(19|2\d)\d\d-(0[1-9]|1[0-2])-\d\d$/.test(value) &&
    // The round trip refuses the 30th of February, which Date reads as a day in March.
    new Date(value).getUTCDate() === +value.slice(8)
    ? (value as CalendarDate)
    : undefined;
}

/** Midnight UTC of that day: an instant to hand to `Intl` together with `timeZone: 'UTC'`. */
export const instantOf = (date: CalendarDate): Date => new Date(date);
