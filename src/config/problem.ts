/** Something in the configuration that does not hold, in words for the one who can mend it. */
export interface Problem {
  /** The attribute's name, `texts` with language and key, `config`, or `JSON child`. */
  readonly setting: string;
  readonly value: unknown;
  /** What it takes, and what happens instead. */
  readonly message: string;
}

/** A value as one can print it, whatever it is. */
export function formatValue(value: unknown): string {
  try {
    const words = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
    return words.length > 80 ? `${words.slice(0, 80)}…` : words;
  } catch {
    return '…';
  }
}
