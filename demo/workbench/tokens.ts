import parts from '../../src/views/parts.ts?raw';

/** A custom property of the widget, as src documents it. */
export interface Token {
  readonly name: string;
  readonly fallback: string;
  readonly isColour: boolean;
}

const isColour = (value: string): boolean => /^(#|currentColor$|transparent$|var\()/.test(value);

/** Every one there is: from the page that the API's description is made from. */
export const TOKENS: readonly Token[] = [
  ...parts.matchAll(/@cssprop \[(--ddb-debt-[a-z-]+)=([^\]]+)\]/g),
].map(([, name = '', fallback = '']) => ({ name, fallback, isColour: isColour(fallback) }));
