import { MAY_MIRROR } from './tables.js';

/** The names between braces in a text: `Betal {amount}` has `amount`. */
export const placeholdersIn = (words: string): string[] =>
  [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);

/** Without what turns the direction of all that comes after it: nobody here writes from right to left by hand. */
export const straight = (words: string): string =>
  words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Puts the values in. A placeholder without a value stays as it is: it was complained of when it was configured.
 *
 * @param mirrored the words are written from right to left: an amount, a name or a number among them keeps to itself
 */
export const fill = (
  words: string,
  values: Readonly<Record<string, string | undefined>>,
  mirrored = false,
): string =>
  straight(words).replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = straight(values[name] ?? placeholder);
    return MAY_MIRROR && mirrored ? `\u2068${value}\u2069` : value;
  });
