import {
  defaultsOf,
  isLocale,
  isTextKey,
  LOCALES,
  type Locale,
  type TextKey,
} from '../i18n/locales.js';
import { placeholdersIn } from '../i18n/placeholders.js';
import { isObject } from '../util/json.js';
import type { Problem } from './problem.js';
import type { Settings } from './settings.js';

/** The library's own words, by language and key. */
export type TextOverrides = { readonly [L in Locale]?: { readonly [K in TextKey]?: string } };

/** Known in every text; whether there is a date to put in is the configuration's. */
const EVERYWHERE = ['name', 'date', 'endDate', 'hours'];

/** Texts without which nothing is lost: they may be emptied away. */
const OPTIONAL = /^(intro|about)\./;

/** What a text must say: what is paid is what is seen (CONTRACT 4), and who has paid can name the order (CONTRACT 6). */
const REQUIRED: readonly (readonly [keys: RegExp, placeholder: string])[] = [
  [/^dibs\.pay/, 'amount'],
  [/^pay\.(gone|registering|received)$/, 'order'],
];

/** Why `words` cannot stand in for the text `key`, or nothing where they can. */
function objection(key: string, words: unknown, { switchDate, dibsEndDate }: Settings): string {
  if (!isTextKey(key)) return 'there is no text or language of this name; it is ignored';
  if (typeof words !== 'string') return 'takes text; the default is shown';
  if (!words.trim() && !OPTIONAL.test(key)) return 'may not be empty; the default is shown';
  const own = placeholdersIn(defaultsOf(key).join());
  const used = placeholdersIn(words);
  for (const [keys, placeholder] of REQUIRED) {
    if (keys.test(key) && !used.includes(placeholder)) {
      return `must have {${placeholder}} in it; the default is shown`;
    }
  }
  const set: Record<string, unknown> = { date: switchDate, endDate: dibsEndDate };
  // What stands in for {name} cannot have placeholders itself.
  const everywhere = key === 'oir.site' ? [] : EVERYWHERE;
  for (const placeholder of used) {
    if (own.includes(placeholder)) continue;
    if (!everywhere.includes(placeholder)) {
      const known = [...new Set([...own, ...everywhere])].map((name) => `{${name}}`).join(' ');
      return `{${placeholder}} is not known here${known && `, only ${known}`}; the default is shown`;
    }
    if (placeholder in set && !set[placeholder]) {
      const missing = placeholder === 'date' ? 'switch-date' : 'dibs-end-date';
      return `{${placeholder}} needs ${missing}; the default is shown`;
    }
  }
  return '';
}

/**
 * The library's texts from what it wrote: `{ "da": { key: words } }`, or `{ key: words }` for all languages
 * (CONTRACT 5, Texts). What does not hold becomes a problem, and the default stands.
 */
export function readTexts(
  written: readonly unknown[],
  settings: Settings,
): { overrides: TextOverrides; problems: Problem[] } {
  const overrides: { [L in Locale]?: { [K in TextKey]?: string } } = {};
  const problems: Problem[] = [];

  const take = (key: string, words: unknown, locales: readonly Locale[], setting: string): void => {
    const message = objection(key, words, settings);
    if (message) problems.push({ setting, value: words, message });
    else
      for (const locale of locales)
        (overrides[locale] ??= {})[key as TextKey] = String(words).trim();
  };

  for (const texts of written) {
    if (texts === undefined || texts === null) continue;
    if (!isObject(texts)) {
      problems.push({ setting: 'texts', value: texts, message: 'takes an object of texts by key' });
      continue;
    }
    // The words for all languages first, so that those for one language stand over them.
    const entries = Object.entries(texts).sort(
      (a, b) => Number(isObject(a[1])) - Number(isObject(b[1])),
    );
    for (const [key, value] of entries) {
      if (isLocale(key) && isObject(value)) {
        for (const [own, words] of Object.entries(value))
          take(own, words, [key], `texts.${key}.${own}`);
      } else take(key, value, LOCALES, `texts.${key}`);
    }
  }
  return { overrides, problems };
}
