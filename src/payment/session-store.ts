import { jsonOf } from '../util/json.js';
import type { StoredState } from './core/stored-state.js';

const KEY = 'ddb-debt-payment';
/** The version of the stored format. Other versions are not read. */
const VERSION = 4;

/** Keeps the payment for the tab's next page. */
export class SessionStore {
  readonly #storage: () => Storage;

  /** @param storage called at each use, because it throws where the browser denies storage */
  constructor(storage = () => sessionStorage) {
    this.#storage = storage;
  }

  load(): StoredState | undefined {
    try {
      const { version, ...state } = JSON.parse(this.#storage().getItem(KEY) ?? '{}');
      return version === VERSION ? state : undefined;
    } catch {
      return undefined;
    }
  }

  /** Stores the state, or removes what is stored. Returns whether that succeeded. */
  save(state: StoredState | undefined): boolean {
    try {
      const storage = this.#storage();
      if (state) storage.setItem(KEY, jsonOf({ version: VERSION, ...state }));
      else storage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }
}
