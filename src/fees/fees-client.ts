import { now } from '../util/time.js';
import { warn } from '../util/warn.js';
import type { Endpoint, EndpointAnswer, EndpointState } from './endpoints.js';
import type { RequestError } from '../http/failure.js';
import { withRetry } from '../http/retry.js';
import type { HttpOptions } from '../http/send-request.js';
import { fetchFees } from './fetch-fees.js';

/** One endpoint, what is known of it, and its request, if one is under way. */
interface EndpointEntry {
  state: EndpointState;
  /** It has yet to be fetched: from the beginning, or because the element was removed during the request. */
  due: boolean;
  abort?: AbortController | undefined;
  request?: Promise<void>;
}

/** Resolves when no request of an endpoint is under way. A request can be replaced by a newer one while it is awaited. */
async function lastRequestOf(entry: EndpointEntry): Promise<void> {
  let request: Promise<void> | undefined;
  while (request !== entry.request) await (request = entry.request);
}

/** Nothing is known of an endpoint. @param fetching whether its request is under way */
const unread = (endpoint: Endpoint, fetching = false): EndpointState => ({
  endpoint,
  status: 'loading',
  fetching,
  retrying: false,
});

export interface FeesClientOptions {
  /** Called before each request. `signal` is the request's own. */
  httpOptions(signal: AbortSignal): HttpOptions;
  /** `endpointStates` has changed. */
  onChange(): void;
  /** A request has succeeded or failed. */
  onResult(state: EndpointState): void;
}

/** Both answer the same. An answer of a shared endpoint is valid whichever systems are shown. */
const sameAnswer = (a: Endpoint, b: Endpoint): boolean =>
  a.url === b.url && a.shared === b.shared && (a.shared || a.systems[0] === b.systems[0]);

/**
 * Fetches the endpoints in parallel and keeps the last answer of each. A newer request, a new configuration or the
 * removal of the element aborts a request, and its answer is ignored.
 */
export class FeesClient {
  #entries: EndpointEntry[] = [];
  #states: readonly EndpointState[] | undefined;
  #answers: readonly EndpointAnswer[] | undefined;
  readonly #options: FeesClientOptions;

  constructor(options: FeesClientOptions) {
    this.#options = options;
  }

  /** The same array until something in it changes. */
  get endpointStates(): readonly EndpointState[] {
    return (this.#states ??= this.#entries.map(({ state }) => state));
  }

  /** The same array until an endpoint answers or fails: a request under way does not change it. */
  get answers(): readonly EndpointAnswer[] {
    return (this.#answers ??= this.endpointStates);
  }

  /** Fetches these endpoints from now on. Keeps the answer of an endpoint that stays, and fetches a new one at once. */
  async setEndpoints(endpoints: readonly Endpoint[]): Promise<void> {
    const old = this.#entries;
    this.#entries = endpoints.map((endpoint) => {
      const kept = old.find(({ state }) => sameAnswer(state.endpoint, endpoint));
      if (kept) kept.state = { ...kept.state, endpoint };
      return kept ?? { due: true, state: unread(endpoint) };
    });
    this.#states = this.#answers = undefined;
    for (const entry of old) if (!this.#entries.includes(entry)) entry.abort?.abort();
    await Promise.all(
      this.#entries.filter(({ due, state }) => due && !state.fetching).map((entry) => this.#fetch(entry)),
    );
  }

  /**
   * Fetches again.
   * @param which the endpoints to fetch; all by default
   * @returns resolves when the last request of each has been answered, has failed or been aborted
   */
  async refresh(which: (state: EndpointState) => boolean = () => true): Promise<void> {
    const entries = this.#entries.filter(({ state }) => which(state));
    for (const entry of entries) void this.#fetch(entry, true);
    await Promise.all(entries.map(lastRequestOf));
  }

  /**
   * Forgets every answer, because it is another patron's, and fetches again.
   * @param isStale whether a request under way is that patron's, too
   */
  restart(isStale: (request: AbortSignal) => boolean): void {
    const stale = this.#entries.filter(({ state, abort }) => !state.fetching || !abort || isStale(abort.signal));
    for (const entry of this.#entries) entry.state = unread(entry.state.endpoint, entry.state.fetching);
    this.#states = this.#answers = undefined;
    this.#options.onChange();
    for (const entry of stale) void this.#fetch(entry);
  }

  /** Aborts all requests. Keeps the answers. */
  stop(): void {
    for (const entry of this.#entries) {
      entry.abort?.abort();
      this.#update(entry, { fetching: false, retrying: false });
    }
  }

  #fetch(entry: EndpointEntry, again?: boolean): Promise<void> {
    return (entry.request = this.#send(entry, again));
  }

  async #send(entry: EndpointEntry, again?: boolean): Promise<void> {
    const { url, shared, systems } = entry.state.endpoint;
    entry.abort?.abort();
    entry.due = true;
    if (!url) return this.#finish(entry, { status: 'failed', failure: 'invalid' });

    const { signal } = (entry.abort = new AbortController());
    this.#update(entry, { fetching: true, retrying: false });
    let result: Partial<EndpointState>;
    // Two callers may want a refresh at once, as when a page is shown again after a payment: it is requested once.
    if (again) {
      await Promise.resolve();
      if (signal.aborted) return;
    }
    try {
      const httpOptions = this.#options.httpOptions(signal);
      const report = (fault: string): void => warn(`${shared ? '' : `${systems[0]}-`}fees-url: ${fault}`);
      const answer = await withRetry(
        (retry) => fetchFees(url, { ...httpOptions, isFirst: !again && !retry }, signal, report),
        signal,
        () => this.#update(entry, { retrying: true }),
      );
      const { fees } = entry.state;
      // Equal fees stay the same array, so that nothing is drawn again.
      const unchanged = JSON.stringify(fees) === JSON.stringify(answer);
      result = {
        status: 'ready',
        fees: unchanged ? fees : answer,
        readAt: now(),
        failure: undefined,
      };
    } catch (error) {
      const { kind } = error as RequestError;
      const { status, failure } = entry.state;
      const refused = kind === 'unauthorized';
      result =
        status === 'ready' && !refused
          ? { failure: kind }
          : // A patron who is logged out must not see what was read before.
            {
              status: 'failed',
              failure: kind,
              fees: undefined,
              readAt: undefined,
              refusedAgain: refused && failure === kind,
            };
    }
    if (!signal.aborted) this.#finish(entry, result);
  }

  #finish(entry: EndpointEntry, result: Partial<EndpointState>): void {
    entry.due = false;
    this.#update(entry, { ...result, fetching: false, retrying: false });
    this.#options.onResult(entry.state);
  }

  #update(entry: EndpointEntry, change: Partial<EndpointState>): void {
    entry.state = { ...entry.state, ...change };
    this.#states = undefined;
    if ('failure' in change) this.#answers = undefined;
    this.#options.onChange();
  }
}
