import { dictionaryOf, isTextKey, type Locale, type TextKey } from '../../../src/i18n/locales.js';

/** A text that can occur on the page. */
interface Candidate {
  readonly key: TextKey;
  matches(text: string): boolean;
  /** The number of characters outside placeholders. The best match has the most. */
  readonly certainty: number;
}

const normalizeSpace = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Matches `words` with any values in place of its placeholders. */
function candidate(key: TextKey, words: string): Candidate {
  const parts = normalizeSpace(words).split(/\{[^{}]*\}/);
  const [first = '', ...others] = parts;
  const last = others.pop();
  return {
    key,
    matches: (text) => {
      if (last === undefined) return text === first;
      if (!text.startsWith(first)) return false;
      let at = first.length;
      for (const part of others) {
        // A placeholder has at least one character. The first match leaves the most text for the remaining parts.
        const place = text.indexOf(part, at + 1);
        if (place < 0) return false;
        at = place + part.length;
      }
      return text.endsWith(last) && text.length - last.length > at;
    },
    certainty: parts.join('').length,
  };
}

/** Finds the key of a text on the page, in one language. */
export class TextFinder {
  readonly #candidates: readonly Candidate[];
  readonly #isPossible: (key: TextKey) => boolean;

  /** @param isPossible whether a text can be on the page now */
  constructor(
    locale: Locale,
    own: Readonly<Partial<Record<TextKey, string>>>,
    isPossible: (key: TextKey) => boolean = () => true,
  ) {
    this.#isPossible = isPossible;
    const ids = Object.entries(dictionaryOf(locale));
    this.#candidates = ids.flatMap(([id, words]) => {
      const key = id.split('/')[0] ?? '';
      if (!isTextKey(key)) return [];
      const chosen = own[key] ?? words;
      return chosen.trim() ? [candidate(key, chosen)] : [];
    });
  }

  /** @param parts the parts of the element and its ancestors; they decide between texts with the same words */
  find(words: string, parts: string): TextKey | undefined {
    const text = normalizeSpace(words);
    const matching = this.#candidates.filter(
      ({ key, matches, certainty }) => certainty > 0 && matches(text) && this.#isPossible(key),
    );
    const names = parts.split(/[\s-]+/);
    const sharedWords = ({ key }: Candidate): number =>
      key.split('.').filter((word) => names.includes(word)).length;
    return matching.sort((a, b) => b.certainty - a.certainty || sharedWords(b) - sharedWords(a))[0]
      ?.key;
  }
}
