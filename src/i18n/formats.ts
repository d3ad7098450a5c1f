import { instantOf, type CalendarDate } from '../util/time.js';
import type { Ore } from '../util/ore.js';
import { dictionaryOf, type Locale } from './locales.js';

/** Formats numbers, amounts and dates in one language. */
export interface Formats {
  /** "1.234,50 kr.", "DKK 1,234.50". */
  money(ore: Ore): string;
  /** "8. maj 2022", or "8. maj" if `today` is given and in the same year. */
  dayOf(date: CalendarDate, today?: CalendarDate): string;
  /** Day and time in Copenhagen of an instant in milliseconds since 1970. */
  time(instant: number): string;
  /** Time of day in Copenhagen of such an instant: "14.35". */
  clock(instant: number): string;
  /** "1.234". */
  number(value: number): string;
  /** The plural category of a number: "one" mellemværende, "other" mellemværender. */
  plural(count: number): Intl.LDMLPluralRule;
}

const ZONE = 'Europe/Copenhagen';

function createFormats(region: string): Formats {
  const numbers = new Intl.NumberFormat(region);
  const kroner = new Intl.NumberFormat(region, { style: 'currency', currency: 'DKK' });
  const dates = (timeZone: string, options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(region, { timeZone, ...options });
    return (instant: number | Date): string => format(instant);
  };
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = dates('UTC', options);
    return (date: CalendarDate): string => format(instantOf(date));
  };
  const dayMonth = { day: 'numeric', month: 'long' } as const;
  const hourMinute = { hour: '2-digit', minute: '2-digit' } as const;
  const day = days(dayMonth);
  const dayOfYear = days({ ...dayMonth, year: 'numeric' });
  const rules = new Intl.PluralRules(region);
  return {
    money: (ore) => kroner.format(ore / 100),
    dayOf: (date, today) => (date.slice(0, 4) === today?.slice(0, 4) ? day : dayOfYear)(date),
    time: dates(ZONE, { ...dayMonth, ...hourMinute }),
    clock: dates(ZONE, hourMinute),
    number: (value) => numbers.format(value),
    plural: (count) => rules.select(count),
  };
}

const formatsByRegion = new Map<string, Formats>();

/** The formats of a language, created once: creating an `Intl` formatter is slow. */
export const formatsOf = (locale: Locale): Formats => {
  const region = dictionaryOf(locale)['/region'];
  const formats = formatsByRegion.get(region) ?? createFormats(region);
  formatsByRegion.set(region, formats);
  return formats;
};
