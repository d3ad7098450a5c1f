import { mayPass, RequestError } from './failure.js';
import { fetchFees } from './request-fees.js';
import type { HttpOptions } from './http.js';
import { delay, untilVisible } from './wait.js';

/** Why these: test/fleet/. */
export const RETRIES = 2;
/** The first wait is at most this long, in milliseconds, and each next one at most twice the one before. */
const FIRST_WAIT = 2_000;
/** A server that asks for more patience than a patron has gets it: nothing more is asked until "Prøv igen". */
const LONGEST_WAIT = 30_000;

/** How long the widget waits before it asks again, in milliseconds. `random` is at least 0 and below 1. */
export const retryDelay = (retry: number, random: number): number =>
  random * FIRST_WAIT * 2 ** retry;

/**
 * Asks an endpoint, and again at most twice where the failure may pass, waiting a random part of a growing time
 * (full jitter), so that a thousand pages do not come back at the same moment (CONTRACT 3.8).
 * @param onRetry called when the first try has failed and another will follow
 * @throws {RequestError} when there is nothing left to try, or `signal` aborts
 */
export async function fetchFeesWithRetry(
  url: string,
  transport: HttpOptions,
  signal: AbortSignal,
  onRetry: () => void,
): Promise<readonly unknown[]> {
  for (let retry = 0; ; retry++) {
    try {
      return await fetchFees(url, transport, signal);
    } catch (failure) {
      const { kind, retryAfter } = failure as RequestError;
      const giveUp = retry === RETRIES || retryAfter > LONGEST_WAIT || !mayPass(kind);
      if (giveUp || signal.aborted) throw failure;
      onRetry();
      await delay(retryAfter + retryDelay(retry, Math.random()), signal);
      await untilVisible(signal);
      if (signal.aborted) throw failure;
    }
  }
}
