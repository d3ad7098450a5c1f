/** The names between braces in a text: `Betal {amount}` has `amount`. */
export const placeholdersIn = (words: string): string[] =>
  [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);

/** Puts the values in. A placeholder without a value stays as it is: it was complained of when it was configured. */
export const fill = (words: string, values: Readonly<Record<string, string | undefined>>): string =>
  words.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
