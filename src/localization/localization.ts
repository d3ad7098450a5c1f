import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';
import { templates as en } from './generated/en.js';
import { messages, type MessageId, type Messages, type TextKey } from './messages.js';

export type { TextKey } from './messages.js';

/** A language the widget speaks. */
export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

export const LOCALES: readonly Locale[] = [sourceLocale, ...targetLocales];

/** Inlined: a language that failed to load would never be asked for again. */
const TEMPLATES: Record<(typeof targetLocales)[number], typeof en> = { en };

const { setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => Promise.resolve({ templates: TEMPLATES[locale as 'en'] }),
});

/** The source language can be read at once; it also says which texts there are. */
const SOURCE: Messages = messages();
const tables = new Map<Locale, Messages>([[sourceLocale, SOURCE]]);

let reading: Promise<void> | undefined;

/**
 * Reads every language into a table, once for the page. @lit/localize has one active language, but each element has the
 * `lang` of its own place; with the tables two elements side by side can speak two languages.
 */
export const readLanguages = (): Promise<void> =>
  (reading ??= (async () => {
    for (const locale of targetLocales) {
      await setLocale(locale);
      tables.set(locale, messages());
    }
  })());

export const messagesIn = (locale: Locale): Messages => tables.get(locale) ?? SOURCE;

export const isLocale = (value: string): value is Locale =>
  (LOCALES as readonly string[]).includes(value);

/** The widget's language for a language tag: `en-GB` is English, what it does not speak is Danish. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return isLocale(language) ? language : sourceLocale;
};

const IDS = Object.keys(SOURCE) as readonly MessageId[];

export const isTextKey = (key: string): key is TextKey =>
  !key.includes('/') && (IDS as readonly string[]).includes(key);

/** All defaults of a text in the source language: its own and those for other configurations. */
export const defaultsOf = (key: TextKey): readonly string[] =>
  IDS.filter((id) => id === key || id.startsWith(`${key}/`)).map((id) => SOURCE[id]);
