import { formatsOf, type Formats } from './formats.js';
import { HAS_RTL_LANGUAGE, dictionaryOf, type Locale, type TextKey } from './locales.js';
import type { MessageId } from './messages.js';
import { fillPlaceholders } from './placeholders.js';
import type { CalendarDate } from '../util/calendar-date.js';
import type { Ore } from '../util/ore.js';
import type { Configuration } from '../config/configuration.js';

type Values = Readonly<Record<string, string>>;

type Variant<Key extends TextKey> = MessageId extends infer Id
  ? Id extends `${Key}/${infer Name}`
    ? Name
    : never
  : never;

/** A text that has one form per plural. */
type Counted = TextKey extends infer Key
  ? Key extends `${infer Base}.other`
    ? Base
    : never
  : never;

/** What the widget says, in one language and in the library's words where it has its own. */
export interface Translator extends Formats {
  readonly locale: Locale;
  /** In which the language is written. */
  readonly direction: 'ltr' | 'rtl';
  /** The text of that key; `variant` picks the default that fits, which the library's own words stand over. */
  text<Key extends TextKey>(
    key: Key,
    values?: Values,
    variant?: Variant<Key> | false | undefined,
  ): string;
  /** The library has its own words for that text. */
  hasOwnText(key: TextKey): boolean;
  /** The text with the right plural for `count`. */
  countedText(key: Counted, count: number, values?: Values): string;
  /** A day, in short where it is in this year. */
  shortDay(date: CalendarDate): string;
}

export function createTranslator(
  locale: Locale,
  { settings, texts }: Pick<Configuration, 'settings' | 'texts'>,
  today: CalendarDate,
): Translator {
  const messages: Readonly<Record<string, string>> = dictionaryOf(locale);
  // A build whose languages are all written from left to right knows it.
  const direction = HAS_RTL_LANGUAGE && messages['/direction'] === 'rtl' ? 'rtl' : 'ltr';
  const formats = formatsOf(locale);
  const own: Readonly<Record<string, string>> = texts[locale] ?? {};
  const { switchDate, dibsEndDate, oirPaymentName, registrationHours } = settings;
  const shortDay = (date: CalendarDate): string => formats.dayOf(date, today);

  const words = (key: string, variant: string | false = ''): string =>
    own[key] ?? messages[`${key}/${variant}`] ?? messages[key] ?? '';
  const everywhere: Record<string, string> = {
    name: oirPaymentName ?? words('oir.site'),
    hours: formats.number(registrationHours),
  };
  if (switchDate) everywhere.date = shortDay(switchDate);
  if (dibsEndDate) everywhere.endDate = shortDay(dibsEndDate);

  const say = (key: string, values?: Values, variant?: string | false): string =>
    fillPlaceholders(words(key, variant), { ...everywhere, ...values }, direction === 'rtl');
  return {
    ...formats,
    // What comes after "DKK" is not beside it for its letters' sake.
    ...(direction === 'rtl' ? { money: (ore: Ore) => `${formats.money(ore)}\u200f` } : {}),
    locale,
    direction,
    shortDay,
    text: say,
    hasOwnText: (key) => key in own,
    countedText: (key, count, values) => {
      const form = `${key}.${formats.plural(count)}`;
      return say(words(form) ? form : `${key}.other`, {
        count: formats.number(count),
        ...values,
      });
    },
  };
}
