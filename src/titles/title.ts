import { absoluteUrl } from '../config/setting-types.js';
import { textIn, type Json } from '../util/json.js';

/** What a debt is for, as a catalogue knows it (CONTRACT 8). */
export interface Title {
  readonly title: string;
  readonly creators?: readonly string[] | undefined;
  readonly year?: string | undefined;
  /** The kind of material: "bog", "tidsskrift". */
  readonly type?: string | undefined;
  /** An https address of a small picture, on another origin than the page: a request to its own would carry a cookie. */
  readonly coverUrl?: string | undefined;
}

/**
 * A function of the page that returns titles by FAUST number, in place of `fbi-url`. It can leave out unknown numbers. Invalid
 * titles are not shown.
 */
export type MaterialResolver = (recordIds: string[]) => Promise<ReadonlyMap<string, Title>>;

/** The title in a value, or `undefined` if it has none. Takes anything. */
export function titleIn(value: unknown): Title | undefined {
  const { title, creators, year, type, coverUrl } = Object(value) as Json;
  const words = textIn(title);
  const cover = textIn(coverUrl);
  const coverOrigin = absoluteUrl(cover ?? '')?.origin;
  return words
    ? {
        title: words,
        creators: [creators].flat().flatMap((creator) => textIn(creator) ?? []),
        year: textIn(typeof year === 'number' ? `${year}` : year),
        type: textIn(type),
        // Loading a cover sends a request: to no http server, and not to the page's own with the patron's cookie.
        coverUrl: coverOrigin && coverOrigin !== origin ? cover : undefined,
      }
    : undefined;
}
