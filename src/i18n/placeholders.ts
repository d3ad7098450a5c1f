/** The names between braces in a text: `Betal {amount}` has `amount`. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);

/** Removes the control characters that change the direction of the text after them. */
export const stripBidiControls = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Replaces placeholders by their values. A placeholder without a value stays: it was reported as a configuration problem.
 *
 * @param isolate whether each value is isolated from the direction of the text, as a right-to-left language needs it
 */
export const fillPlaceholders = (
  text: string,
  values: Readonly<Record<string, string | undefined>>,
  isolate = false,
): string =>
  stripBidiControls(text).replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = stripBidiControls(values[name] ?? placeholder);
    return isolate ? `\u2068${value}\u2069` : value;
  });
