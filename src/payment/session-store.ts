import { jsonOf } from '../util/json.js';
import { now } from '../util/time.js';
import { parseStored } from './core/parse-untrusted.js';
import { ACCEPTED_LIFETIME, ordersOf, type PaymentState } from './core/state.js';
import { progressOf, toStoredState, type Progress, type StoredState } from './core/stored-state.js';

const KEY = 'ddb-debt-payment';
/** The version of the stored format. */
const VERSION = 6;

/** In all versions a time is a number of milliseconds, and no payment lasts a day longer than the last of them. */
const isOver = (text: string, at: number): boolean =>
  [...text.matchAll(/:(\d{13})\b/g)].every(([, time = '']) => at >= +time + ACCEPTED_LIFETIME);

/** Keeps the payments of this document for the tab's next page. */
export class SessionStore {
  readonly #storage: () => Storage;
  /** How far this document has read or stored each order. */
  #known: Progress = new Map();

  /** @param storage called at each use, because it throws where the browser denies storage */
  constructor(storage = () => sessionStorage) {
    this.#storage = storage;
  }

  load(): StoredState | undefined {
    const { stored } = this.#read();
    if (stored) this.#known = progressOf(stored.orders);
    return stored;
  }

  /**
   * Stores the state, or removes what is stored. Returns whether that succeeded: some browsers ignore a write, and a
   * payment that another version of the widget has stored is kept until it is over.
   */
  save(state: PaymentState, at = now()): boolean {
    try {
      const storage = this.#storage();
      const { stored: before, isOther, text: textBefore } = this.#read();
      if (isOther && !isOver(textBefore, at)) return !toStoredState(state);
      const stored = toStoredState(state, before, this.#known);
      const text = stored ? jsonOf({ version: VERSION, ...stored }) : null;
      if (text === null) storage.removeItem(KEY);
      else storage.setItem(KEY, text);
      this.#known = new Map([...this.#known, ...progressOf(ordersOf(state))]);
      return storage.getItem(KEY) === text;
    } catch {
      return false;
    }
  }

  #read(): { text: string; isOther?: boolean; stored?: StoredState } {
    let text = '';
    try {
      text = this.#storage().getItem(KEY) ?? '';
      const { version, ...stored } = JSON.parse(text);
      return version > 0 && version !== VERSION ? { text, isOther: true } : { text, stored: parseStored(stored) };
    } catch {
      // Nothing is stored, or something else has written there.
      return { text };
    }
  }
}
