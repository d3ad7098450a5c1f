import { dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import type { Tongue } from './bench.js';

/** The default of a text that a library's patrons read: there may be another one where it has no payment site. */
export function defaultOf(key: TextKey, locale: Tongue, hasSite: boolean): string {
  const messages: Readonly<Record<string, string>> = dictionaryOf(locale);
  return (!hasSite && messages[`${key}/noSite`]) || (messages[key] ?? '');
}
