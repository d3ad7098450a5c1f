import type { Variables } from './read-variables.js';

const isWritten = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The words under a name; those of `{value, format}` too. Nothing where it is not set. */
export function wordsOf(variables: Variables, name: string): string | undefined {
  const held = variables.get(name);
  const value: unknown =
    typeof held === 'object' && held !== null && 'value' in held ? held.value : held;
  return isWritten(value) ? String(value).trim() : undefined;
}

/** A check box as JSON, YAML and PHP have it. Nothing where it is not set, or not one. */
export function boxOf(variables: Variables, name: string): boolean | undefined {
  const held = variables.get(name);
  const value =
    isWritten(held) || held === true || held === false ? String(held).toLowerCase() : '';
  if (/^(true|1|yes|on)$/.test(value)) return true;
  return /^(false|0|no|off)$/.test(value) ? false : undefined;
}
