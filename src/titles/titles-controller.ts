import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../config/settings.js';
import type { Overview } from '../debts/overview.js';
import type { RequestOptions } from '../http/send-request.js';
import { memoizeLast } from '../util/memoize-last.js';
import { warn } from '../util/warn.js';
import { fbiResolver } from './fbi.js';
import { titleIn, type MaterialResolver, type Title } from './title.js';

/** The FBI API accepts at most 50 FAUST numbers in a request (CONTRACT 8). */
const BATCH = 50;

/** The titles from one source, kept until the page is closed. They are the same for every patron. */
export class TitleCache {
  readonly #titles = new Map<string, Title | null>();
  /** By record. A failed one is removed, so that the record is requested again. */
  readonly #requests = new Map<string, Promise<void>>();

  /** `undefined` until the source has answered, and `null` if it has no title. */
  titleOf(recordId: string): Title | null | undefined {
    return this.#titles.get(recordId);
  }

  /**
   * Requests the titles that were not requested before, in parallel batches.
   * @param onLoad called when a title may have been loaded, also by another element's request
   */
  load(recordIds: readonly string[], resolve: MaterialResolver, onLoad: () => void): void {
    const requests = this.#requests;
    const missing = [...new Set(recordIds)].filter((id) => !requests.has(id));
    while (missing.length) {
      const batch = missing.splice(0, BATCH);
      const request = this.#request(batch, resolve);
      for (const id of batch) requests.set(id, request);
    }
    for (const request of new Set(recordIds.map((id) => requests.get(id)))) void request?.then(onLoad);
  }

  async #request(batch: readonly string[], resolve: MaterialResolver): Promise<void> {
    try {
      const found = await resolve([...batch]);
      for (const id of batch) this.#titles.set(id, titleIn(found.get(id)) ?? null);
    } catch {
      for (const id of batch) this.#requests.delete(id);
      warn('fbi-url, materialResolver: no titles could be read');
    }
  }
}

/** One cache for each source of titles, shared by the elements of the page. */
const cachesByUrl = new Map<string, TitleCache>();
const cachesByResolver = new WeakMap<MaterialResolver, TitleCache>();

function cacheOf(source: string | MaterialResolver): TitleCache {
  const caches = (typeof source === 'function' ? cachesByResolver : cachesByUrl) as Map<unknown, TitleCache>;
  const cache = caches.get(source) ?? new TitleCache();
  caches.set(source, cache);
  return cache;
}

type TitlesHost = ReactiveControllerHost &
  Pick<RequestOptions, 'fetcher'> & { materialResolver?: MaterialResolver | undefined };

export interface TitlesControllerOptions {
  settings(): Settings;
  overview(): Overview;
}

/** Loads the titles of what the debts of an element are for, each time that the debts have been read and drawn. */
export class TitlesController implements ReactiveController {
  cache: TitleCache | undefined;
  readonly #host: TitlesHost;
  readonly #options: TitlesControllerOptions;
  readonly #loadOnce = memoizeLast<readonly unknown[], void>(() => this.#load());

  constructor(host: TitlesHost, options: TitlesControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const { fbiUrl, view } = this.#options.settings();
    // The summary has no room for titles.
    const source = view === 'full' && (this.#host.materialResolver ?? fbiUrl);
    this.cache = source ? cacheOf(source) : undefined;
  }

  hostUpdated(): void {
    this.#loadOnce(this.cache, ...this.#options.overview().systems.map(({ readAt }) => readAt));
  }

  /** Loads the missing titles once the debts are on screen. Those that failed are requested again. */
  #load(): void {
    const { cache } = this;
    if (!cache) return;
    const { materialResolver = fbiResolver(this.#options.settings().fbiUrl ?? '', this.#host) } = this.#host;
    const recordIds = this.#options
      .overview()
      .systems.flatMap(({ debts }) => debts)
      .flatMap(({ materials }) => materials.flatMap(({ recordId }) => recordId ?? []))
      .filter((recordId) => cache.titleOf(recordId) === undefined);
    requestAnimationFrame(() =>
      setTimeout(() => cache.load(recordIds, materialResolver, () => this.#host.requestUpdate())),
    );
  }
}
