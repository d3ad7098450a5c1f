import { HAS_RTL_LANGUAGE } from './tables.js';

/** The names between braces in a text: `Betal {amount}` has `amount`. */
export const placeholdersIn = (words: string): string[] =>
  [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);

/** Without what turns the direction of all that comes after it: nobody here writes from right to left by hand. */
export const stripBidiControls = (words: string): string =>
  words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Puts the values in. A placeholder without a value stays as it is: it was complained of when it was configured.
 *
 * @param mirrored the words are written from right to left: an amount, a name or a number among them keeps to itself
 */
export const fillPlaceholders = (
  words: string,
  values: Readonly<Record<string, string | undefined>>,
  mirrored = false,
): string =>
  stripBidiControls(words).replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = stripBidiControls(values[name] ?? placeholder);
    return HAS_RTL_LANGUAGE && mirrored ? `\u2068${value}\u2069` : value;
  });
