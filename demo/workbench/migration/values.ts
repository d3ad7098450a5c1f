import type { Variables } from './parse-variables.js';

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The text of a variable, also from `{value, format}`; `undefined` if it is not set. */
export function wordsOf(variables: Variables, name: string): string | undefined {
  const held = variables.get(name);
  const value: unknown =
    typeof held === 'object' && held !== null && 'value' in held ? held.value : held;
  return isScalar(value) ? String(value).trim() : undefined;
}

/** The value of a check box in JSON, YAML or PHP; `undefined` if it is not set or not a boolean. */
export function booleanOf(variables: Variables, name: string): boolean | undefined {
  const held = variables.get(name);
  const value = isScalar(held) || held === true || held === false ? String(held).toLowerCase() : '';
  if (/^(true|1|yes|on)$/.test(value)) return true;
  return /^(false|0|no|off)$/.test(value) ? false : undefined;
}
