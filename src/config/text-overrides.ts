import { defaultsOf, isLocale, isTextKey, LOCALES, TEXT_KEYS, type Locale, type TextKey } from '../i18n/locales.js';
import { placeholdersIn } from '../i18n/translator.js';
import type { TextOverrides } from '../i18n/translator.js';
import { isObject } from '../util/json.js';
import { unknownName, type Problem } from './problem.js';
import type { Settings } from './settings.js';

/** The placeholders of every text. The dates must be configured. */
const COMMON_PLACEHOLDERS = ['name', 'date', 'endDate', 'hours'];

/** The texts that may be empty. */
const OPTIONAL = /^(intro|about)\./;

/** Placeholders that a text must have: the amount to pay (CONTRACT 4), and the number of the order (CONTRACT 6). */
const REQUIRED: readonly (readonly [keys: RegExp, placeholder: string])[] = [
  [/^dibs\.pay/, 'amount'],
  [/^pay\.(gone|registering|received)$/, 'order'],
];

/** Why `text` cannot replace the text of `key`, or an empty string if it can. */
function problemWith(key: string, text: unknown, { switchDate, dibsEndDate }: Settings): string {
  if (!isTextKey(key)) return unknownName('text or language', key, TEXT_KEYS);
  if (typeof text !== 'string') return 'takes text; the default is shown';
  if (!text.trim() && !OPTIONAL.test(key)) return 'may not be empty; the default is shown';
  const own = placeholdersIn(defaultsOf(key).join());
  const used = placeholdersIn(text);
  for (const [keys, placeholder] of REQUIRED) {
    if (keys.test(key) && !used.includes(placeholder)) {
      return `must have {${placeholder}} in it; the default is shown`;
    }
  }
  const set: Record<string, unknown> = { date: switchDate, endDate: dibsEndDate };
  // `oir.site` is a value of {name}, so it cannot have placeholders.
  const common = key === 'oir.site' ? [] : COMMON_PLACEHOLDERS;
  for (const placeholder of used) {
    if (own.includes(placeholder)) continue;
    if (!common.includes(placeholder)) {
      const known = [...new Set([...own, ...common])].map((name) => `{${name}}`).join(' ');
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
 * Reads the library's texts: `{ "da": { key: text } }`, or `{ key: text }` for all languages (CONTRACT 5, Texts).
 * A text that is not valid becomes a problem, and its default is shown.
 */
export function readTexts(
  sources: readonly unknown[],
  settings: Settings,
): { overrides: TextOverrides; problems: Problem[] } {
  const overrides: { [L in Locale]?: { [K in TextKey]?: string } } = {};
  const problems: Problem[] = [];

  const add = (key: string, text: unknown, locales: readonly Locale[], setting: string): void => {
    const message = problemWith(key, text, settings);
    if (message) problems.push({ setting, value: text, message });
    else for (const locale of locales) (overrides[locale] ??= {})[key as TextKey] = String(text).trim();
  };

  for (const texts of sources) {
    if (texts === undefined || texts === null) continue;
    if (!isObject(texts)) {
      problems.push({ setting: 'texts', value: texts, message: 'takes an object of texts by key' });
      continue;
    }
    // Texts for all languages come first, so that texts for one language replace them.
    const entries = Object.entries(texts).sort((a, b) => Number(isObject(a[1])) - Number(isObject(b[1])));
    for (const [key, value] of entries) {
      if (isLocale(key) && isObject(value)) {
        for (const [textKey, text] of Object.entries(value)) add(textKey, text, [key], `texts.${key}.${textKey}`);
      } else add(key, value, LOCALES, `texts.${key}`);
    }
  }
  return { overrides, problems };
}
