import type { Endpoint } from './endpoints.js';
import type { ReadFailure } from './failure.js';
import type { Reading } from './reading.js';
import { readWithRetry } from './read-with-retry.js';
import type { Transport } from './transport.js';
import { now } from '../units/now.js';

/** One endpoint, what is known of it, and the read under way, if any. */
interface Slot {
  reading: Reading;
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
export interface FeesReaderOwner {
  /** How requests leave the page; asked before each read. `signal` is the read's own. */
  transport(signal: AbortSignal): Transport;
  /** `readings` has changed. */
  onChange(): void;
  /** A read has ended, well or not. */
  onOutcome(reading: Reading): void;
}

/** Two endpoints that answer the same: what was read of a shared one holds whichever systems are shown. */
const sameAnswer = (a: Endpoint, b: Endpoint): boolean =>
  a.url === b.url && a.shared === b.shared && (a.shared || a.systems[0] === b.systems[0]);

/**
 * Reads the endpoints side by side and remembers the newest answer of each. A read that is overtaken, by a newer one, a
 * new configuration or the element's leaving, is aborted, and its answer is not looked at.
 */
export class FeesReader {
  #slots: Slot[] = [];
  #startingOver: Promise<unknown> | undefined;
  readonly #owner: FeesReaderOwner;

  constructor(owner: FeesReaderOwner) {
    this.#owner = owner;
  }

  get readings(): readonly Reading[] {
    return this.#slots.map(({ reading }) => reading);
  }

  /** From now on these. What was read of an endpoint that stays is kept; a new one is read at once. */
  async follow(endpoints: readonly Endpoint[]): Promise<void> {
    const old = this.#slots;
    this.#slots = endpoints.map((endpoint) => {
      const kept = old.find(({ reading }) => sameAnswer(reading.endpoint, endpoint));
      if (kept) kept.reading = { ...kept.reading, endpoint };
      return (
        kept ?? { due: true, reading: { endpoint, state: 'loading', busy: false, slow: false } }
      );
    });
    for (const slot of old) if (!this.#slots.includes(slot)) slot.abort?.abort();
    await Promise.all(
      this.#slots
        .filter(({ due, reading }) => due && !reading.busy)
        .map((slot) => this.#readSlot(slot)),
    );
  }

  /** Reads again those endpoints that `which` picks; resolves when all have answered, failed or been overtaken. */
  async read(which: (reading: Reading) => boolean = () => true): Promise<void> {
    await Promise.all(
      this.#slots.filter(({ reading }) => which(reading)).map((slot) => this.#readSlot(slot, true)),
    );
    await this.#startingOver;
  }

  /**
   * What has been read is another patron's: it is forgotten at once, and read anew.
   * @param isStale a read under way is the first one's too
   */
  startOver(isStale: (read: AbortSignal) => boolean): void {
    const others = this.#slots.filter(
      ({ reading, abort }) => !reading.busy || !abort || isStale(abort.signal),
    );
    for (const slot of this.#slots) {
      const { endpoint, busy } = slot.reading;
      this.#update(slot, { endpoint, busy, slow: false, ...UNREAD });
    }
    this.#startingOver = Promise.all(others.map((slot) => this.#readSlot(slot)));
  }

  /** Ends all reads under way. What has been read stays. */
  stop(): void {
    for (const slot of this.#slots) {
      slot.abort?.abort();
      slot.reading = { ...slot.reading, busy: false, slow: false };
    }
  }

  async #readSlot(slot: Slot, again?: boolean): Promise<void> {
    const { url } = slot.reading.endpoint;
    slot.abort?.abort();
    slot.due = true;
    if (!url) return this.#end(slot, { state: 'failed', failure: 'invalid' });

    const { signal } = (slot.abort = new AbortController());
    this.#update(slot, { busy: true, slow: false });
    let outcome: Partial<Reading>;
    // Two may want it read again at once, as when a page comes back from a payment: it is asked once.
    if (again) {
      await again;
      if (signal.aborted) return;
    }
    try {
      const entries = await readWithRetry(url, this.#owner.transport(signal), signal, () =>
        this.#update(slot, { slow: true }),
      );
      outcome = { state: 'ready', entries, readAt: now(), failure: undefined };
    } catch (error) {
      const { kind } = error as ReadFailure;
      const { state } = slot.reading;
      outcome =
        state === 'ready' && kind !== 'unauthorized'
          ? { failure: kind }
          : // Whoever is no longer logged in may no longer see what was read when they were.
            { state: 'failed', failure: kind, entries: undefined, readAt: undefined };
    }
    if (!signal.aborted) this.#end(slot, outcome);
  }

  #end(slot: Slot, outcome: Partial<Reading>): void {
    slot.due = false;
    this.#update(slot, { ...outcome, busy: false, slow: false });
    this.#owner.onOutcome(slot.reading);
  }

  #update(slot: Slot, change: Partial<Reading>): void {
    slot.reading = { ...slot.reading, ...change };
    this.#owner.onChange();
  }
}
