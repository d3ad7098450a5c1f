import { jsonOf } from '../util/json.js';
import type { StoredState } from './core/state.js';

const KEY = 'ddb-debt-payment';
/** Of what is written. What another version has written is not read. */
const VERSION = 3;

/** What an earlier page of this tab has written. */
export function readStoredState(): StoredState | undefined {
  try {
    const { version, ...remembered } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return version === VERSION ? remembered : undefined;
  } catch {
    return undefined;
  }
}

/** Writes it down for the next page of this tab, or forgets what was written; answers whether that could be done. */
export function writeStoredState(what: StoredState | undefined): boolean {
  try {
    if (what) sessionStorage.setItem(KEY, jsonOf({ version: VERSION, ...what }));
    else sessionStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
