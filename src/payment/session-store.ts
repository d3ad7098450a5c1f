import { jsonOf } from '../util/json.js';
import { parseStored } from './core/parse.js';
import { ordersOf } from './core/selectors.js';
import type { PaymentState } from './core/state.js';
import { toStoredState, type StoredState } from './core/stored-state.js';

/** Another format has another key, so that each version keeps what the others have stored. */
const KEY = 'ddb-debt-payment-5';
const KEY_OF_VERSION_4 = 'ddb-debt-payment';

/**
 * Version 4 had one payment per tab. It stored the path of the list, which is not enough to settle an order, and a checksum
 * of a patron that nobody has now.
 */
function fromVersion4(text: string): unknown {
  const { version, current, accepted, patron = undefined, ...rest } = JSON.parse(text);
  if (version !== 4) return undefined;
  const convert = <T extends { readonly order: object }>(entry: T) => ({
    ...entry,
    order: { ...entry.order, sources: [], paymentUrl: '', ...(patron === undefined ? {} : { patron: `${patron}` }) },
  });
  return { ...rest, currents: current.order ? [convert(current)] : [], accepted: accepted.map(convert) };
}

/** Keeps the payments of this document for the tab's next page. */
export class SessionStore {
  readonly #storage: () => Storage;
  /** The keys of the orders that this document has read or stored. */
  readonly #known = new Set<string>();
  #isMigrated = false;

  /** @param storage called at each use, because it throws where the browser denies storage */
  constructor(storage = () => sessionStorage) {
    this.#storage = storage;
  }

  load(): StoredState | undefined {
    const stored = this.#read() ?? this.#migrate();
    for (const { order } of [...(stored?.currents ?? []), ...(stored?.accepted ?? [])]) this.#known.add(order.key);
    return stored;
  }

  /** Stores the state, or removes what is stored. Returns whether that succeeded: some browsers ignore a write. */
  save(state: PaymentState): boolean {
    try {
      const storage = this.#storage();
      const stored = toStoredState(state, this.#read(), this.#known);
      const text = stored ? jsonOf(stored) : null;
      if (text === null) storage.removeItem(KEY);
      else storage.setItem(KEY, text);
      for (const { key } of ordersOf(state)) this.#known.add(key);
      if (storage.getItem(KEY) !== text) return false;
      if (this.#isMigrated) storage.removeItem(KEY_OF_VERSION_4);
      return true;
    } catch {
      return false;
    }
  }

  #read(key = KEY, convert: (text: string) => unknown = JSON.parse): StoredState | undefined {
    try {
      return parseStored(convert(this.#storage().getItem(key) ?? ''));
    } catch {
      // Nothing is stored, or something else has written there.
      return undefined;
    }
  }

  #migrate(): StoredState | undefined {
    const stored = this.#read(KEY_OF_VERSION_4, fromVersion4);
    this.#isMigrated = !!stored;
    return stored;
  }
}
