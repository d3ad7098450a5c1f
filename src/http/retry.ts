import type { FailureKind, RequestError } from './failure.js';
import { delay, untilVisible } from './wait.js';

/** The reasons for these figures are in test/fleet/. */
export const RETRIES = 2;
/** The longest first delay in milliseconds. It doubles with each retry. */
const FIRST_DELAY = 2_000;
/** Where a server asks for a longer delay than this, the patron retries, not the widget. */
const LONGEST_DELAY = 30_000;

/** The delay before a retry, in milliseconds. `random` is at least 0 and below 1. */
export const retryDelay = (retry: number, random: number): number => random * FIRST_DELAY * 2 ** retry;

/** Whether a retry may succeed. */
const mayPass = (kind: FailureKind): boolean => kind !== 'unauthorized' && kind !== 'rejected' && kind !== 'invalid';

/**
 * Sends a request, with at most two retries of a failure that may pass. The delays grow and are random (full jitter), so
 * that a thousand pages do not return at the same moment (CONTRACT 3.8).
 * @param send called with 0, and with the number of each retry
 * @param onFailure called when there will be another retry
 * @throws {RequestError} when no retry is left, or `signal` aborts
 */
export async function withRetry<T>(
  send: (retry: number) => Promise<T>,
  signal: AbortSignal,
  onFailure: () => void,
): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await send(retry);
    } catch (error) {
      const { kind, retryAfter } = error as RequestError;
      const giveUp = retry === RETRIES || retryAfter > LONGEST_DELAY || !mayPass(kind);
      if (giveUp || signal.aborted) throw error;
      onFailure();
      await delay(retryAfter + retryDelay(retry, Math.random()), signal);
      await untilVisible(signal);
      if (signal.aborted) throw error;
    }
  }
}
