import { isObject } from '../util/json.js';
import { destinationOf, type Destination } from './destination.js';
import type { Refusal } from './core/state.js';

/** What the host has answered to a start. */
export type StartAnswer =
  | { readonly is: 'go'; readonly id: string; readonly destination: Destination }
  | {
      readonly is: 'refused';
      readonly because: Refusal;
      /** What the integrator should know, where it is theirs to mend. */
      readonly fault?: string;
    };

/** Refusals as RFC 9457 has them. A page that says 410 is gone, and nobody has paid. */
const REFUSALS: Readonly<Record<number, Refusal>> = { 409: 'paying', 410: 'paid', 422: 'changed' };

const invalid = (fault: string): StartAnswer => ({ is: 'refused', because: 'invalid', fault });

/** Reads the answer to a start (CONTRACT 6). Takes anything, never throws. */
export function readStart(
  { status, type, text }: { readonly status: number; readonly type: string; readonly text: string },
  allowed: readonly string[],
): StartAnswer {
  if (status === 401 || status === 403) return { is: 'refused', because: 'login' };
  if (status >= 500) return { is: 'refused', because: 'lost' };
  const refusal = REFUSALS[status];
  if (refusal && /^application\/problem\+json\b/i.test(type)) {
    return { is: 'refused', because: refusal };
  }
  if (status < 200 || status > 299)
    return invalid(`answered ${status || 'with a redirect'} (${type || 'of no type'})`);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    // A page, most likely to log in.
  }
  if (!isObject(answer)) return invalid('did not answer with a JSON object');
  const { orderId } = answer;
  if (typeof orderId !== 'string' || !orderId.trim())
    return invalid('answered without an orderId that is text');
  const destination = destinationOf(answer, allowed);
  return typeof destination === 'string'
    ? invalid(destination)
    : { is: 'go', id: orderId, destination };
}
