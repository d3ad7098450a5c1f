/** The CSS property in which the widget uses a custom property. */
export function propertyOf(token: string): string {
  if (token.endsWith('weight')) return 'font-weight';
  if (token.endsWith('font')) return 'font-family';
  if (token.endsWith('radius')) return 'border-radius';
  return /(space|height|reserve)$/.test(token) ? 'min-height' : 'color';
}

/**
 * Whether a value is valid and safe: it must not end the rule, nor load anything. A custom property accepts any value, so
 * the check uses the property that it is for.
 */
export const isValidValue = (property: string, value: string): boolean =>
  !/[;{}\\]|url\(|image|\/\*/i.test(value) && CSS.supports(property, value.trim());

/** The tokens with a valid value. */
export const validTokens = (tokens: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(tokens)
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([name, value]) => value && isValidValue(propertyOf(name), value));
