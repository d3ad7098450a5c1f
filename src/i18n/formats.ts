import { instantOf, type CalendarDate } from '../util/calendar-date.js';
import type { Ore } from '../util/ore.js';
import { dictionaryOf, type Locale } from './tables.js';

/** How a language writes numbers, amounts and days. */
export interface Formats {
  /** "1.234,50 kr.", "DKK 1,234.50". */
  money(ore: Ore): string;
  /** "8. maj 2022"; in the year of `today`, where that is given, "8. maj". */
  dayOf(day: CalendarDate, today?: CalendarDate): string;
  /** Day and time in Copenhagen of an instant in milliseconds since 1970. */
  time(instant: number): string;
  /** Time of day in Copenhagen of such an instant: "14.35". */
  clock(instant: number): string;
  /** "1.234". */
  number(value: number): string;
  /** The form that a number takes: "one" mellemværende, "other" mellemværender. */
  plural(count: number): Intl.LDMLPluralRule;
}

const ZONE = 'Europe/Copenhagen';

const made = new Map<string, Formats>();

function make(region: string): Formats {
  const numbers = new Intl.NumberFormat(region);
  const kroner = new Intl.NumberFormat(region, { style: 'currency', currency: 'DKK' });
  const dates = (timeZone: string, options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(region, { timeZone, ...options });
    return (instant: number | Date): string => format(instant);
  };
  const dayMonth = { day: 'numeric', month: 'long' } as const;
  const hourMinute = { hour: '2-digit', minute: '2-digit' } as const;
  const day = dates('UTC', dayMonth);
  const dayOfYear = dates('UTC', { ...dayMonth, year: 'numeric' });
  const rules = new Intl.PluralRules(region);
  return {
    money: (ore) => kroner.format(ore / 100),
    dayOf: (date, today) =>
      (date.slice(0, 4) === today?.slice(0, 4) ? day : dayOfYear)(instantOf(date)),
    time: dates(ZONE, { ...dayMonth, ...hourMinute }),
    clock: dates(ZONE, hourMinute),
    number: (value) => numbers.format(value),
    plural: (count) => rules.select(count),
  };
}

/** Making a formatter costs far more than using it: one set a language. */
export const formatsOf = (locale: Locale): Formats => {
  const region = dictionaryOf(locale)['/region'];
  const known = made.get(region) ?? make(region);
  made.set(region, known);
  return known;
};
