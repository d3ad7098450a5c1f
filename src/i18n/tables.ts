import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';
import * as translations from './generated/translations.js';
import { messages, type Messages } from './messages.js';

/** A language the widget speaks. */
export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

const { setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  // Inlined: a language that failed to load would never be asked for again.
  loadLocale: (locale) => Promise.resolve({ templates: translations[locale as 'en'] }),
});

/** The source language can be read at once. */
const source: Messages = messages();
const tables = new Map<Locale, Messages>([[sourceLocale, source]]);

let reading: Promise<void> | undefined;

/**
 * Reads every language into a table, once for the page. @lit/localize has one active language, but each element has the
 * `lang` of its own place; with the tables two elements side by side can speak two languages. The built files have the
 * tables themselves in place of this module (.ci/build/plain-messages.ts).
 */
export const readLanguages = (): Promise<void> =>
  (reading ??= (async () => {
    for (const locale of targetLocales) {
      await setLocale(locale);
      tables.set(locale, messages());
    }
  })());

/** A language may be written from right to left; a build without one has nothing for it (.ci/build/plain-messages.ts). */
export const HAS_RTL_LANGUAGE = true;

export const dictionaryOf = (locale: Locale): Messages => tables.get(locale) ?? source;
