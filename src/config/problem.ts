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

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** How many pairs of letters two names share, as a part of the longer one. */
function likeness(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const pairs = [...a].filter((letter, at) => at && b.includes(`${a[at - 1]}${letter}`));
  return pairs.length / Math.max(a.length, b.length);
}

/** The most similar of the known names, or nothing if none is similar. */
export const nearestTo = (name: string, names: readonly string[]): string | undefined =>
  names.filter((one) => likeness(name, one) > 0.35).sort((a, b) => likeness(name, b) - likeness(name, a))[0];

/** For a name that is none of the known ones. */
export function unknownName(what: string, name: string, names: readonly string[]): string {
  const nearest = nearestTo(name, names);
  return `unknown ${what}; ${nearest ? `the nearest is ${nearest}` : 'it is ignored'}`;
}
