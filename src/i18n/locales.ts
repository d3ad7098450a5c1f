import { dictionaries } from './generated/dictionaries.js';
import type { Dictionary, MessageId, TextKey } from './messages.js';

export { HAS_RTL_LANGUAGE } from './generated/dictionaries.js';
export type { TextKey } from './messages.js';

/** The code of a language that has a dictionary. */
export type Locale = keyof typeof dictionaries;

export const LOCALES = Object.keys(dictionaries) as readonly Locale[];

const SOURCE_LOCALE: Locale = 'da';

export const isLocale = (code: string): code is Locale => (LOCALES as readonly string[]).includes(code);

/** The locale for a language tag: `en-GB` is English. A language without a dictionary is Danish. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return isLocale(language) ? language : SOURCE_LOCALE;
};

export const dictionaryOf = (locale: Locale): Dictionary => dictionaries[locale];

const SOURCE = dictionaryOf(SOURCE_LOCALE);

const IDS = Object.keys(SOURCE) as readonly MessageId[];

export const TEXT_KEYS: readonly string[] = IDS.filter((id) => !id.includes('/'));

export const isTextKey = (key: string): key is TextKey => TEXT_KEYS.includes(key);

/** All Danish defaults of a text: the text of its key, and its variants. */
export const defaultsOf = (key: TextKey): readonly string[] =>
  IDS.filter((id) => id === key || id.startsWith(`${key}/`)).map((id) => SOURCE[id]);
