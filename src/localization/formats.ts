import { instantOf, type CalendarDate } from '../units/calendar-date.js';
import type { Ore } from '../units/ore.js';
import type { Locale } from './localization.js';

/** How a language writes numbers, amounts and days. */
export interface Formats {
  /** "1.234,50 kr.", "DKK 1,234.50". */
  amount(ore: Ore): string;
  /** "8. maj 2022"; in the year of `today`, where that is given, "8. maj". */
  date(day: CalendarDate, today?: CalendarDate): string;
  /** Day and time in Copenhagen of an instant in milliseconds since 1970. */
  time(instant: number): string;
  /** Time of day in Copenhagen of such an instant: "14.35". */
  clock(instant: number): string;
  /** "1.234". */
  number(value: number): string;
  /** The form that a number takes: "one" mellemværende, "other" mellemværender. */
  plural(count: number): Intl.LDMLPluralRule;
}

/** English as in Europe: the day before the month. */
const REGIONS: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' };

const made = new Map<Locale, Formats>();

function make(locale: Locale): Formats {
  const region = REGIONS[locale];
  const numbers = new Intl.NumberFormat(region);
  const money = new Intl.NumberFormat(region, { style: 'currency', currency: 'DKK' });
  const dayMonth = { day: 'numeric', month: 'long' } as const;
  const day = new Intl.DateTimeFormat(region, { ...dayMonth, timeZone: 'UTC' });
  const dayOfYear = new Intl.DateTimeFormat(region, {
    ...dayMonth,
    year: 'numeric',
    timeZone: 'UTC',
  });
  const hourMinute = {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  } as const;
  const clock = new Intl.DateTimeFormat(region, hourMinute);
  const time = new Intl.DateTimeFormat(region, { ...dayMonth, ...hourMinute });
  const rules = new Intl.PluralRules(region);
  return {
    amount: (ore) => money.format(ore / 100),
    date: (date, today) =>
      (date.slice(0, 4) === today?.slice(0, 4) ? day : dayOfYear).format(instantOf(date)),
    time: (instant) => time.format(instant),
    clock: (instant) => clock.format(instant),
    number: (value) => numbers.format(value),
    plural: (count) => rules.select(count),
  };
}

/** Making a formatter costs far more than using it: one set a language. */
export const formatsOf = (locale: Locale): Formats => {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return known;
};
