import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../config/settings.js';
import type { Overview } from '../debts/overview.js';
import type { RequestOptions } from '../http/send-request.js';
import { fbiResolver } from './fbi.js';
import { TitleCache } from './title-cache.js';
import type { MaterialResolver } from './title.js';

/** Properties that set the source of titles. */
export interface TitleOptions extends Pick<RequestOptions, 'fetcher'> {
  materialResolver?: MaterialResolver | undefined;
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

/** Loads the titles of what the debts of an element are for, after the debts have been drawn. */
export class TitlesController implements ReactiveController {
  cache: TitleCache | undefined;
  readonly #host: ReactiveControllerHost & TitleOptions;
  readonly #settings: () => Settings;
  readonly #overview: () => Overview;
  #isNewSource = false;

  constructor(host: ReactiveControllerHost & TitleOptions, settings: () => Settings, overview: () => Overview) {
    this.#host = host;
    this.#settings = settings;
    this.#overview = overview;
    host.addController(this);
  }

  hostUpdate(): void {
    const { fbiUrl, view } = this.#settings();
    // The summary has no room for titles.
    const source = view === 'full' && (this.#host.materialResolver ?? fbiUrl);
    const cache = source ? cacheOf(source) : undefined;
    this.#isNewSource = cache !== this.cache;
    this.cache = cache;
  }

  hostUpdated(): void {
    if (this.#isNewSource) this.load();
  }

  /** Loads the missing titles once the debts are on screen. Those that failed are requested again. */
  load(): void {
    const { cache } = this;
    if (!cache) return;
    const { materialResolver = fbiResolver(this.#settings().fbiUrl ?? '', this.#host) } = this.#host;
    const recordIds = this.#overview().systems.flatMap(({ debts }) =>
      debts.flatMap(({ materials }) => materials.flatMap(({ recordId }) => recordId ?? [])),
    );
    requestAnimationFrame(() =>
      setTimeout(() => cache.load(recordIds, materialResolver, () => this.#host.requestUpdate())),
    );
  }
}
