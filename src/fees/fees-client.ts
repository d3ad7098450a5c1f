import type { Endpoint } from './endpoints.js';
import type { RequestError } from './failure.js';
import type { EndpointState } from './endpoint-state.js';
import { fetchFeesWithRetry } from './retry.js';
import type { HttpOptions } from './http.js';
import { now } from '../util/now.js';

/** One endpoint, what is known of it, and the read under way, if any. */
interface Slot {
  reading: EndpointState;
  /** It was to be read and has not been: from the beginning, or because the element left in the middle of it. */
  due: boolean;
  abort?: AbortController | undefined;
}

const UNREAD = {
  state: 'loading',
  entries: undefined,
  readAt: undefined,
  failure: undefined,
} as const;

/** Whom the reader reads for. */
export interface FeesClientOptions {
  /** How requests leave the page; asked before each read. `signal` is the read's own. */
  transport(signal: AbortSignal): HttpOptions;
  /** `readings` has changed. */
  onChange(): void;
  /** A read has ended, well or not. */
  onOutcome(reading: EndpointState): void;
}

/** Two endpoints that answer the same: what was read of a shared one holds whichever systems are shown. */
const sameAnswer = (a: Endpoint, b: Endpoint): boolean =>
  a.url === b.url && a.shared === b.shared && (a.shared || a.systems[0] === b.systems[0]);

/**
 * Reads the endpoints side by side and remembers the newest answer of each. A read that is overtaken, by a newer one, a
 * new configuration or the element's leaving, is aborted, and its answer is not looked at.
 */
export class FeesClient {
  #slots: Slot[] = [];
  #startingOver: Promise<unknown> | undefined;
  readonly #owner: FeesClientOptions;

  constructor(owner: FeesClientOptions) {
    this.#owner = owner;
  }

  get endpointStates(): readonly EndpointState[] {
    return this.#slots.map(({ reading }) => reading);
  }

  /** From now on these. What was read of an endpoint that stays is kept; a new one is read at once. */
  async setEndpoints(endpoints: readonly Endpoint[]): Promise<void> {
    const old = this.#slots;
    this.#slots = endpoints.map((endpoint) => {
      const kept = old.find(({ reading }) => sameAnswer(reading.endpoint, endpoint));
      if (kept) kept.reading = { ...kept.reading, endpoint };
      return (
        kept ?? {
          due: true,
          reading: { endpoint, status: 'loading', fetching: false, retrying: false },
        }
      );
    });
    for (const slot of old) if (!this.#slots.includes(slot)) slot.abort?.abort();
    await Promise.all(
      this.#slots
        .filter(({ due, reading }) => due && !reading.fetching)
        .map((slot) => this.#readSlot(slot)),
    );
  }

  /** Reads again those endpoints that `which` picks; resolves when all have answered, failed or been overtaken. */
  async refresh(which: (reading: EndpointState) => boolean = () => true): Promise<void> {
    await Promise.all(
      this.#slots.filter(({ reading }) => which(reading)).map((slot) => this.#readSlot(slot, true)),
    );
    await this.#startingOver;
  }

  /**
   * What has been read is another patron's: it is forgotten at once, and read anew.
   * @param isStale a read under way is the first one's too
   */
  restart(isStale: (read: AbortSignal) => boolean): void {
    const others = this.#slots.filter(
      ({ reading, abort }) => !reading.fetching || !abort || isStale(abort.signal),
    );
    for (const slot of this.#slots) {
      const { endpoint, fetching: busy } = slot.reading;
      this.#update(slot, { endpoint, fetching: busy, retrying: false, ...UNREAD });
    }
    this.#startingOver = Promise.all(others.map((slot) => this.#readSlot(slot)));
  }

  /** Ends all reads under way. What has been read stays. */
  stop(): void {
    for (const slot of this.#slots) {
      slot.abort?.abort();
      slot.reading = { ...slot.reading, fetching: false, retrying: false };
    }
  }

  async #readSlot(slot: Slot, again?: boolean): Promise<void> {
    const { url } = slot.reading.endpoint;
    slot.abort?.abort();
    slot.due = true;
    if (!url) return this.#end(slot, { status: 'failed', failure: 'invalid' });

    const { signal } = (slot.abort = new AbortController());
    this.#update(slot, { fetching: true, retrying: false });
    let outcome: Partial<EndpointState>;
    // Two may want it read again at once, as when a page comes back from a payment: it is asked once.
    if (again) {
      await again;
      if (signal.aborted) return;
    }
    try {
      const entries = await fetchFeesWithRetry(url, this.#owner.transport(signal), signal, () =>
        this.#update(slot, { retrying: true }),
      );
      outcome = { status: 'ready', fees: entries, readAt: now(), failure: undefined };
    } catch (error) {
      const { kind } = error as RequestError;
      const { status: state } = slot.reading;
      outcome =
        state === 'ready' && kind !== 'unauthorized'
          ? { failure: kind }
          : // Whoever is no longer logged in may no longer see what was read when they were.
            { status: 'failed', failure: kind, fees: undefined, readAt: undefined };
    }
    if (!signal.aborted) this.#end(slot, outcome);
  }

  #end(slot: Slot, outcome: Partial<EndpointState>): void {
    slot.due = false;
    this.#update(slot, { ...outcome, fetching: false, retrying: false });
    this.#owner.onOutcome(slot.reading);
  }

  #update(slot: Slot, change: Partial<EndpointState>): void {
    slot.reading = { ...slot.reading, ...change };
    this.#owner.onChange();
  }
}
