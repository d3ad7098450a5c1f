import type { CalendarDate } from '../util/time.js';
import type { Ore } from '../util/ore.js';
import { formatsOf, type Formats } from './formats.js';
import { HAS_RTL_LANGUAGE, dictionaryOf, type Locale, type TextKey } from './locales.js';
import type { MessageId } from './messages.js';

/** The texts that a library has replaced, by language and key. */
export type TextOverrides = { readonly [L in Locale]?: { readonly [K in TextKey]?: string } };

/** The settings whose values are known in every text, as {date}, {endDate}, {name} and {hours}. */
export interface PlaceholderSettings {
  readonly switchDate: CalendarDate | undefined;
  readonly dibsEndDate: CalendarDate | undefined;
  readonly oirPaymentName: string | undefined;
  readonly registrationHours: number;
}

/** What a translator needs of the configuration. */
export interface TranslatorConfig {
  readonly settings: PlaceholderSettings;
  readonly texts: TextOverrides;
}

type Values = Readonly<Record<string, string>>;

type Variant<Key extends TextKey> = MessageId extends infer Id
  ? Id extends `${Key}/${infer Name}`
    ? Name
    : never
  : never;

/** A text that has one form per plural category. */
type Counted = TextKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;

/** The texts and formats of one language, with the library's texts in place of the defaults. */
export interface Translator extends Formats {
  readonly locale: Locale;
  /** The writing direction of the language. */
  readonly direction: 'ltr' | 'rtl';
  /** The text of a key. `variant` selects another default; a text of the library replaces all defaults of its key. */
  text<Key extends TextKey>(key: Key, values?: Values, variant?: Variant<Key> | false | undefined): string;
  /** Whether the library has replaced the text of a key. */
  hasOwnText(key: TextKey): boolean;
  /** The text of a key in the plural form for `count`. */
  countedText(key: Counted, count: number, values?: Values): string;
  /** A date, without its year if that is the current one. */
  shortDay(date: CalendarDate): string;
}

/** Creates the translator of a language. Depends on its arguments only. */
export function createTranslator(
  locale: Locale,
  { settings, texts }: TranslatorConfig,
  today: CalendarDate,
): Translator {
  const defaults: Readonly<Record<string, string>> = dictionaryOf(locale);
  const isRtl = HAS_RTL_LANGUAGE && defaults['/direction'] === 'rtl';
  const formats = formatsOf(locale);
  const overrides: Readonly<Record<string, string>> = texts[locale] ?? {};
  const { switchDate, dibsEndDate, oirPaymentName, registrationHours } = settings;
  const shortDay = (date: CalendarDate): string => formats.dayOf(date, today);

  const template = (key: string, variant: string | false = ''): string =>
    overrides[key] ?? defaults[`${key}/${variant}`] ?? defaults[key] ?? '';
  const commonValues: Record<string, string> = {
    name: oirPaymentName ?? template('oir.site'),
    hours: formats.number(registrationHours),
  };
  if (switchDate) commonValues.date = shortDay(switchDate);
  if (dibsEndDate) commonValues.endDate = shortDay(dibsEndDate);

  const text = (key: string, values?: Values, variant?: string | false): string =>
    fillPlaceholders(template(key, variant), { ...commonValues, ...values }, isRtl);
  return {
    ...formats,
    // The mark keeps the amount apart from the text after it: "DKK" is written from left to right.
    ...(isRtl ? { money: (ore: Ore) => `${formats.money(ore)}\u200f` } : {}),
    locale,
    direction: isRtl ? 'rtl' : 'ltr',
    shortDay,
    text,
    hasOwnText: (key) => key in overrides,
    countedText: (key, count, values) => {
      const form = `${key}.${formats.plural(count)}`;
      return text(template(form) ? form : `${key}.other`, {
        count: formats.number(count),
        ...values,
      });
    },
  };
}

/** The names between braces in a text: `Betal {amount}` has `amount`. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);

/** Removes the control characters that change the direction of the text after them. */
export const stripBidiControls = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Replaces placeholders by their values. A placeholder without a value stays: it was reported as a configuration problem.
 *
 * @param isolate whether each value is isolated from the direction of the text, as a right-to-left language needs it
 */
export const fillPlaceholders = (
  text: string,
  values: Readonly<Record<string, string | undefined>>,
  isolate = false,
): string =>
  stripBidiControls(text).replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = stripBidiControls(values[name] ?? placeholder);
    return HAS_RTL_LANGUAGE && isolate ? `\u2068${value}\u2069` : value;
  });
