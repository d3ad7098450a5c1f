import parts from '../../src/views/parts.ts?raw';
import styles from '../../src/views/styles.ts?raw';
import tokens from '../../src/views/tokens.ts?raw';

/** A custom property of the widget. */
export interface Token {
  readonly name: string;
  readonly fallback: string;
  readonly isColour: boolean;
}

const isColour = (value: string): boolean => /^(#|currentColor$|transparent$|var\()/.test(value);

/** The default of a custom property, in the first style that uses it. */
const defaultOf = (name: string): string =>
  new RegExp(`var\\(${name}, ((?:[^()]|\\([^()]*\\))+)\\)`).exec(tokens + styles)?.[1] ?? '';

/** All custom properties, from the documentation in src. */
export const TOKENS: readonly Token[] = [...parts.matchAll(/@cssprop (--ddb-debt-[a-z-]+)/g)].map(
  ([, name = '']) => {
    const fallback = defaultOf(name);
    return { name, fallback, isColour: isColour(fallback) };
  },
);
