import { configure } from '../../src/config/configuration.js';
import { dictionaryOf, type TextKey } from '../../src/i18n/locales.js';

/** What a text of the library may hold. */
export interface TextRules {
  /** Whether it may be empty. */
  readonly optional: boolean;
  /** Placeholders that it must have. */
  readonly required: readonly string[];
  /** Placeholders that it may have. */
  readonly allowed: readonly string[];
  /** Placeholders that need a setting. */
  readonly needs: Readonly<Record<string, string>>;
}

const DATES = { switchDate: '2021-12-01', dibsEndDate: '2022-07-01' };

/** Every placeholder of the defaults. */
const PLACEHOLDERS = [
  ...new Set(
    Object.values(dictionaryOf('da'))
      .join()
      .match(/(?<=\{)\w+(?=\})/g),
  ),
].sort();

/** What the element says of a text, or `undefined` if nothing. */
function problemWith(key: TextKey, text: string, dates: object): string | undefined {
  const config = { feesUrl: '/', ...dates, texts: { da: { [key]: text } } };
  const { problems } = configure({ attribute: () => null, config }, 'https://bibliotek.example/');
  return problems[0]?.message;
}

/** The rules of a text, as the element applies them. */
export function textRulesOf(key: TextKey): TextRules {
  const [, must] = /must have \{(\w+)\}/.exec(problemWith(key, '-', DATES) ?? '') ?? [];
  const required = must ? [must] : [];
  const problemOf = (name: string, dates: object): string | undefined =>
    problemWith(key, [name, ...required].map((one) => `{${one}}`).join(''), dates);
  const allowed = PLACEHOLDERS.filter((name) => !problemOf(name, DATES));
  const missing = (name: string): string | undefined =>
    Object.keys(DATES).find((date) => problemOf(name, { ...DATES, [date]: undefined }));
  const needs = allowed.flatMap((name) => {
    const date = missing(name);
    return date ? [[name, date]] : [];
  });
  return {
    optional: !problemWith(key, ' ', DATES),
    required,
    allowed,
    needs: Object.fromEntries(needs) as Record<string, string>,
  };
}
