import parts from '../../src/views/parts.ts?raw';

/** A custom property of the widget. */
export interface Token {
  readonly name: string;
  readonly fallback: string;
  readonly isColour: boolean;
}

const isColour = (value: string): boolean => /^(#|currentColor$|transparent$|var\()/.test(value);

/** All custom properties, read from the JSDoc in src. */
export const TOKENS: readonly Token[] = [
  ...parts.matchAll(/@cssprop \[(--ddb-debt-[a-z-]+)=([^\]]+)\]/g),
].map(([, name = '', fallback = '']) => ({ name, fallback, isColour: isColour(fallback) }));
