import { sourceLocale, targetLocales } from './generated/locale-codes.js';
import type { MessageId, TextKey } from './messages.js';
import { dictionaryOf, type Locale } from './tables.js';

export type { TextKey } from './messages.js';
export { HAS_RTL_LANGUAGE, dictionaryOf, readLanguages, type Locale } from './tables.js';

export const LOCALES: readonly Locale[] = [sourceLocale, ...targetLocales];

export const isLocale = (value: string): value is Locale =>
  (LOCALES as readonly string[]).includes(value);

/** The widget's language for a language tag: `en-GB` is English, what it does not speak is Danish. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return isLocale(language) ? language : sourceLocale;
};

/** The source language, which says which texts there are. */
const SOURCE = dictionaryOf(sourceLocale);

const IDS = Object.keys(SOURCE) as readonly MessageId[];

export const isTextKey = (key: string): key is TextKey =>
  !key.includes('/') && (IDS as readonly string[]).includes(key);

/** All defaults of a text in the source language: its own and those for other configurations. */
export const defaultsOf = (key: TextKey): readonly string[] =>
  IDS.filter((id) => id === key || id.startsWith(`${key}/`)).map((id) => SOURCE[id]);
