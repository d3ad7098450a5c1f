/** An object of an answer, before its fields are checked. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The trimmed text, or `undefined` where the value is no text or empty. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() || undefined : undefined;

/** What kind of value it is, for the console. */
export function typeIn(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  if (Array.isArray(value)) return 'array';
  return (value as number) < 0 ? 'negative' : typeof value;
}

/** As `JSON.stringify`, but ignores the `toJSON` methods that old scripts add to built-in prototypes. */
export const jsonOf = (value: object): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
