import type { TextKey } from '../../../src/i18n/locales.js';
import type { Arrangement, Rehearsal, Surroundings } from '../bench.js';

/** Which of the two pages a frame shows. */
export type Place = 'cms' | 'app';

/** What the workbench gives a frame to show. */
export interface Shown {
  readonly arrangement: Arrangement;
  readonly rehearsal: Omit<Rehearsal, 'answer'>;
  readonly surroundings: Surroundings;
  /** The answer of that day. */
  readonly entries: readonly unknown[];
  /** The patron's clicks look for the text they hit. */
  readonly finding: boolean;
  /** The text to point at. */
  readonly point?: TextKey | undefined;
}

/** The same, without the answer where it is still the one given before. */
export type Given = Omit<Shown, 'entries'> & Partial<Pick<Shown, 'entries'>>;

/** A text as it stands in the frame. */
export interface Seen {
  readonly key: TextKey;
  /** How many lines it takes there. */
  readonly lines: number;
}

/** What a frame says of itself. */
export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'found'; readonly key: TextKey }
  /** Escape: no text is looked for any more. */
  | { readonly is: 'given up' }
  | {
      readonly is: 'drawn';
      readonly seen: readonly Seen[];
      /** What colours are there really, as `rgb(…)`, by name. */
      readonly colours: Readonly<Record<string, string>>;
    };

/** The names of a frame and the workbench for each other, on the page's own origin. */
export interface Letter<T> {
  readonly workbench: T;
}

export const isLetter = <T>(data: unknown): data is Letter<T> =>
  typeof data === 'object' && data !== null && 'workbench' in data;
