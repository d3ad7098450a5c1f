/** The CSS property that a custom property of the widget ends up in. */
export function propertyOf(token: string): string {
  if (token.endsWith('weight')) return 'font-weight';
  if (token.endsWith('font')) return 'font-family';
  if (token.endsWith('radius')) return 'border-radius';
  return /(space|height|reserve)$/.test(token) ? 'min-height' : 'color';
}

/**
 * Whether a value is one, and no more than one: nothing that ends the rule it stands in, and nothing that is fetched from
 * elsewhere. A custom property takes anything, so the browser is asked of the property it is for.
 */
export const isGoodValue = (property: string, value: string): boolean =>
  !/[;{}\\]|url\(|image|\/\*/i.test(value) && CSS.supports(property, value.trim());

/** The tokens that are set, and set well. */
export const goodTokens = (tokens: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(tokens)
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([name, value]) => value && isGoodValue(propertyOf(name), value));
