import { jsonOf } from '../util/json.js';
import { parseStored } from './core/parse.js';
import { ordersOf } from './core/selectors.js';
import type { PaymentState } from './core/state.js';
import { toStoredState, type StoredState } from './core/stored-state.js';

const KEY = 'ddb-debt-payment';
/** The version of the stored format. */
const VERSION = 5;
const OTHER_VERSION = 'other version';

/** Keeps the payments of this document for the tab's next page. */
export class SessionStore {
  readonly #storage: () => Storage;
  /** The keys of the orders that this document has read or stored. */
  readonly #known = new Set<string>();

  /** @param storage called at each use, because it throws where the browser denies storage */
  constructor(storage = () => sessionStorage) {
    this.#storage = storage;
  }

  load(): StoredState | undefined {
    const stored = this.#read();
    if (!stored || stored === OTHER_VERSION) return undefined;
    for (const { order } of [...stored.currents, ...stored.accepted]) this.#known.add(order.key);
    return stored;
  }

  /**
   * Stores the state, or removes what is stored. Returns whether that succeeded: some browsers ignore a write, and what
   * another version of the widget has stored is kept.
   */
  save(state: PaymentState): boolean {
    try {
      const storage = this.#storage();
      const before = this.#read();
      if (before === OTHER_VERSION) return !toStoredState(state);
      const stored = toStoredState(state, before, this.#known);
      const text = stored ? jsonOf({ version: VERSION, ...stored }) : null;
      if (text === null) storage.removeItem(KEY);
      else storage.setItem(KEY, text);
      for (const { key } of ordersOf(state)) this.#known.add(key);
      return storage.getItem(KEY) === text;
    } catch {
      return false;
    }
  }

  #read(): StoredState | typeof OTHER_VERSION | undefined {
    try {
      const { version, ...stored } = JSON.parse(this.#storage().getItem(KEY) ?? '');
      return version > 0 && version !== VERSION ? OTHER_VERSION : parseStored(stored);
    } catch {
      // Nothing is stored, or something else has written there.
      return undefined;
    }
  }
}
