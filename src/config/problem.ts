/** Something wrong in the configuration, described for the integrator. */
export interface Problem {
  /** The attribute's name, `texts` with language and key, `config`, `JSON child`, or `child` or `slot` for a child. */
  readonly setting: string;
  readonly value: unknown;
  /** What the setting takes, and what happens instead. */
  readonly message: string;
}

/** Any value as a short text. Characters that nobody sees are written as their numbers. */
export function formatValue(value: unknown): string {
  try {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
    const visible = text.replace(/[\xa0\p{Cf}\p{DI}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
    return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
  } catch {
    return '…';
  }
}

/** The setting, with its value if that is known. */
export const assignmentOf = ({ setting, value }: Problem): string =>
  value === null || value === undefined ? setting : `${setting}="${formatValue(value)}"`;

/** How many pairs of letters two names share, as a part of the longer one. */
function likeness(...names: readonly [string, string]): number {
  const [a, b] = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, '')) as [string, string];
  const pairs = [...a].filter((letter, at) => at && b.includes(a[at - 1] + letter));
  return pairs.length / Math.max(a.length, b.length);
}

/** For a name that is none of the known ones: it is named with the most similar of them, if there is one. */
export function unknownName(what: string, name: string, names: readonly string[]): string {
  const [nearest] = [...names].sort((a, b) => likeness(name, b) - likeness(name, a));
  const isNear = nearest && likeness(name, nearest) > 0.35;
  return `unknown ${what}; ${isNear ? `the nearest is ${nearest}` : 'it is ignored'}`;
}
