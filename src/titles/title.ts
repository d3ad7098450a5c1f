import { absoluteUrl } from '../config/setting-types.js';
import { textIn, type Json } from '../util/json.js';

/** What a debt is for, as a catalogue knows it (CONTRACT 8). */
export interface Title {
  readonly title: string;
  readonly creators?: readonly string[] | undefined;
  readonly year?: string | undefined;
  /** The kind of material: "bog", "tidsskrift". */
  readonly type?: string | undefined;
  /** An https address of a small picture. */
  readonly coverUrl?: string | undefined;
}

/**
 * A host's own way to titles, by FAUST number, in place of `fbi-url`. What it does not know it leaves out; what is no title
 * is not shown.
 */
export type MaterialResolver = (recordIds: string[]) => Promise<ReadonlyMap<string, Title>>;

/** A title, where `value` is one: whatever else is in it is left out. Takes anything. */
export function titleIn(value: unknown): Title | undefined {
  const { title, creators, year, type, coverUrl } = Object(value) as Json;
  const words = textIn(title);
  const cover = textIn(coverUrl);
  return words
    ? {
        title: words,
        creators: [creators].flat().flatMap((creator) => textIn(creator) ?? []),
        year: textIn(String(year ?? '')),
        type: textIn(type),
        // A picture is a request: it goes where links may go (CONTRACT 2), and never to the page's own site by a slip.
        coverUrl: cover && absoluteUrl(cover) ? cover : undefined,
      }
    : undefined;
}
