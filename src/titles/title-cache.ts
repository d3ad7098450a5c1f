import { warn } from '../util/warn.js';
import { titleIn, type MaterialResolver, type Title } from './title.js';

/** The FBI API accepts at most 50 FAUST numbers in a request (CONTRACT 8). */
const BATCH = 50;

/** The titles from one source, kept until the page is closed. They are the same for every patron. */
export class TitleCache {
  /** A request under way, or its result: a title, or nothing where there is none. */
  readonly #records = new Map<string, Promise<void> | Title | undefined>();

  titleOf(recordId: string): Title | undefined {
    const record = this.#records.get(recordId);
    return record instanceof Promise ? undefined : record;
  }

  /**
   * Requests the titles that were not requested before, in parallel batches. A failed batch may be requested again.
   * @param onLoad called when a title may have been loaded, also by another element's request
   */
  load(recordIds: readonly string[], resolve: MaterialResolver, onLoad: () => void): void {
    const records = this.#records;
    const missing = [...new Set(recordIds)].filter((id) => !records.has(id));
    while (missing.length) {
      const batch = missing.splice(0, BATCH);
      const request = this.#request(batch, resolve);
      for (const id of batch) records.set(id, request);
    }
    for (const record of new Set(recordIds.map((id) => records.get(id)))) {
      // A title that is loaded by now may not have been when its debt was drawn.
      if (record) void Promise.resolve(record).then(onLoad);
    }
  }

  async #request(batch: string[], resolve: MaterialResolver): Promise<void> {
    try {
      const found = await resolve([...batch]);
      for (const id of batch) this.#records.set(id, titleIn(found.get(id)));
    } catch {
      for (const id of batch) this.#records.delete(id);
      warn('fbi-url, materialResolver: no titles could be read');
    }
  }
}
