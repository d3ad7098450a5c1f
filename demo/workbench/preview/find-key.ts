import { dictionaryOf, isTextKey, type Locale, type TextKey } from '../../../src/i18n/locales.js';

/** A text as it may stand on the page. */
interface Candidate {
  readonly key: TextKey;
  fits(text: string): boolean;
  /** How much of it is always the same: the more, the surer a hit. */
  readonly certainty: number;
}

const normal = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** `words` as it may stand on the page: whatever may stand for its placeholders. */
function candidate(key: TextKey, words: string): Candidate {
  const parts = normal(words).split(/\{[^{}]*\}/);
  const [first = '', ...others] = parts;
  const last = others.pop();
  return {
    key,
    fits: (text) => {
      if (last === undefined) return text === first;
      if (!text.startsWith(first)) return false;
      let at = first.length;
      for (const part of others) {
        // At least one sign stands for a placeholder; the first place that fits leaves most to the rest.
        const place = text.indexOf(part, at + 1);
        if (place < 0) return false;
        at = place + part.length;
      }
      return text.endsWith(last) && text.length - last.length > at;
    },
    certainty: parts.join('').length,
  };
}

/** Finds which text it is that stands on the page, in one language. */
export class TextFinder {
  readonly #candidates: readonly Candidate[];

  constructor(locale: Locale, own: Readonly<Partial<Record<TextKey, string>>>) {
    const ids = Object.entries(dictionaryOf(locale));
    this.#candidates = ids.flatMap(([id, words]) => {
      const key = id.split('/')[0] ?? '';
      if (!isTextKey(key)) return [];
      const chosen = own[key] ?? words;
      return chosen.trim() ? [candidate(key, chosen)] : [];
    });
  }

  /** @param parts of the element it stands in: they decide between texts that read the same */
  find(words: string, parts: string): TextKey | undefined {
    const text = normal(words);
    const fitting = this.#candidates.filter(({ fits, certainty }) => certainty > 0 && fits(text));
    const names = parts.split(/[\s-]+/);
    const near = ({ key }: Candidate): number =>
      key.split('.').filter((word) => names.includes(word)).length;
    return fitting.sort((a, b) => b.certainty - a.certainty || near(b) - near(a))[0]?.key;
  }
}
