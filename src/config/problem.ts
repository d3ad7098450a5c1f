/** Something wrong in the configuration, described for the integrator. */
export interface Problem {
  /** The attribute's name, `texts` with language and key, `config`, or `JSON child`. */
  readonly setting: string;
  readonly value: unknown;
  /** What the setting takes, and what happens instead. */
  readonly message: string;
}

/** Any value as a short text for a message. */
export function formatValue(value: unknown): string {
  try {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  } catch {
    return '…';
  }
}
