import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EndpointState } from '../fees/endpoints.js';
import { everyHour, now } from '../util/time.js';

/** Fees older than this, in milliseconds, are fetched again when the patron returns to the page. */
const STALE_AFTER = 5 * 60_000;

export interface PageLifecycleOptions {
  refresh(which: (state: EndpointState) => boolean): void;
  /** The patron may have paid elsewhere. */
  isAway(): boolean;
}

/** Fetches the fees again when the patron returns to the page, and draws every hour: it may be another day. */
export class PageLifecycleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PageLifecycleOptions;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: PageLifecycleOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { refresh, isAway } = this.#options;
    const { signal } = (this.#listening = new AbortController());
    let hiddenAt = document.hidden ? now() : Infinity;
    const onVisibilityChange = (): void => {
      const isLong = now() - hiddenAt >= STALE_AFTER;
      hiddenAt = document.hidden ? now() : Infinity;
      if (document.hidden) return;
      // Timers do not run while a device sleeps.
      this.#host.requestUpdate();
      const all = isLong || isAway();
      // The patron may have logged in in another tab.
      refresh(({ fetching, failure }) => !fetching && (all || failure === 'unauthorized'));
    };
    document.addEventListener('visibilitychange', onVisibilityChange, { signal });
    // From the back-forward cache.
    addEventListener('pageshow', ({ persisted }) => persisted && refresh(() => true), { signal });
    addEventListener('online', () => refresh(({ failure }) => failure === 'network' || failure === 'offline'), {
      signal,
    });
    signal.addEventListener(
      'abort',
      everyHour(() => this.#host.requestUpdate()),
    );
    // A payment may have changed old debts while the element was not in a page.
    refresh(({ readAt = Infinity }) => now() - readAt >= STALE_AFTER);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
