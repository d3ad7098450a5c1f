import type { TextKey } from '../../../src/i18n/locales.js';
import type { Arrangement, Simulation, PageOptions, Project } from '../state.js';

/** The page that a frame shows. */
export type PreviewName = 'cms' | 'app';

/** The state that a preview frame shows. */
export interface PreviewState {
  readonly arrangement: Arrangement;
  readonly project: Pick<Project, 'library'>;
  readonly simulation: Omit<Simulation, 'answer'>;
  readonly pageOptions: PageOptions;
  /** The fees that the systems answer on that day. */
  readonly entries: readonly unknown[];
  /** Whether a click selects the text under it. */
  readonly findingText: boolean;
  /** The text to outline. */
  readonly highlighted?: TextKey | undefined;
}

/** The state, without the answer if it has not changed. */
export type PreviewUpdate = Omit<PreviewState, 'entries'> & Partial<Pick<PreviewState, 'entries'>>;

/** A text that is visible in a frame. */
export interface VisibleText {
  readonly key: TextKey;
  /** The number of lines that it takes. */
  readonly lines: number;
}

/** An event that a frame sends to the workbench. */
export type PreviewEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'found'; readonly key: TextKey }
  /** The patron pressed Escape while finding a text. */
  | { readonly type: 'cancelled' }
  | {
      readonly type: 'rendered';
      readonly visibleTexts: readonly VisibleText[];
      /** The computed colours, as `rgb(…)`, by name. */
      readonly colours: Readonly<Record<string, string>>;
    };

/** Wraps a message between the workbench and a frame. */
export interface Envelope<T> {
  readonly workbench: T;
}

export const isEnvelope = <T>(data: unknown): data is Envelope<T> =>
  typeof data === 'object' && data !== null && 'workbench' in data;
