import { warn } from '../util/warn.js';
import { titleIn, type MaterialResolver, type Title } from './title.js';

/** The FBI API takes no more FAUST numbers in one request (CONTRACT 8). */
const BATCH = 50;

/** The titles that one way of asking has brought: for the page's life, and nobody's in particular. */
export class TitleCache {
  /** What has been asked for: under way, or its title, where it has one. */
  readonly #records = new Map<string, Promise<void> | Title | undefined>();

  titleOf(recordId: string): Title | undefined {
    const known = this.#records.get(recordId);
    return known instanceof Promise ? undefined : known;
  }

  /**
   * Asks for what has not been asked for, side by side. What fails may be asked for again; nothing is thrown.
   * @param show called after each answer that is waited for here, whoever has asked for it
   */
  ask(recordIds: readonly string[], resolve: MaterialResolver, show: () => void): void {
    const records = this.#records;
    const fresh = [...new Set(recordIds)].filter((id) => !records.has(id));
    while (fresh.length) {
      const batch = fresh.splice(0, BATCH);
      const asked = this.#fetch(batch, resolve);
      for (const id of batch) records.set(id, asked);
    }
    for (const known of new Set(recordIds.map((id) => records.get(id)))) {
      // Also what is known by now: it may not have been when its debt was drawn.
      if (known) void Promise.resolve(known).then(show);
    }
  }

  async #fetch(batch: string[], resolve: MaterialResolver): Promise<void> {
    try {
      const found = await resolve([...batch]);
      for (const id of batch) this.#records.set(id, titleIn(found.get(id)));
    } catch {
      for (const id of batch) this.#records.delete(id);
      warn('fbi-url, materialResolver: no titles could be read');
    }
  }
}
