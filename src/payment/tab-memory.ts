import { jsonOf } from '../units/json-of.js';
import type { Remembered } from './till.js';

const KEY = 'ddb-debt-payment';
/** Of what is written. What another version has written is not read. */
const VERSION = 2;

/** What an earlier page of this tab has written. */
export function recall(): Remembered | undefined {
  try {
    const { version, ...remembered } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return version === VERSION ? remembered : undefined;
  } catch {
    return undefined;
  }
}

/** Writes it down for the next page of this tab, or forgets what was written; answers whether that could be done. */
export function remember(what: Remembered | undefined): boolean {
  try {
    if (what) sessionStorage.setItem(KEY, jsonOf({ version: VERSION, ...what }));
    else sessionStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
