import { dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import type { Language } from './state.js';

/** The default of a text. Some texts have another default without a payment site. */
export function defaultOf(key: TextKey, locale: Language, hasSite: boolean): string {
  const messages: Readonly<Record<string, string>> = dictionaryOf(locale);
  return (!hasSite && messages[`${key}/noSite`]) || (messages[key] ?? '');
}
