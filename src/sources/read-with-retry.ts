import { mayPass, ReadFailure } from './failure.js';
import { requestFees } from './request-fees.js';
import type { Transport } from './transport.js';
import { pause, visible } from './waiting.js';

/** Why these: test/fleet/. */
export const RETRIES = 2;
/** The first wait is at most this long, in milliseconds, and each next one at most twice the one before. */
const FIRST_WAIT = 2_000;
/** A server that asks for more patience than a patron has gets it: nothing more is asked until "Prøv igen". */
const LONGEST_WAIT = 30_000;

/** How long the widget waits before it asks again, in milliseconds. `random` is at least 0 and below 1. */
export const waitBefore = (retry: number, random: number): number =>
  random * FIRST_WAIT * 2 ** retry;

/**
 * Asks an endpoint, and again at most twice where the failure may pass, waiting a random part of a growing time
 * (full jitter), so that a thousand pages do not come back at the same moment (CONTRACT 3.8).
 * @param onRetry called when the first try has failed and another will follow
 * @throws {ReadFailure} when there is nothing left to try, or `signal` aborts
 */
export async function readWithRetry(
  url: string,
  transport: Transport,
  signal: AbortSignal,
  onRetry: () => void,
): Promise<readonly unknown[]> {
  for (let retry = 0; ; retry++) {
    try {
      return await requestFees(url, transport, signal);
    } catch (failure) {
      const { kind, retryAfter } = failure as ReadFailure;
      const giveUp = retry === RETRIES || retryAfter > LONGEST_WAIT || !mayPass(kind);
      if (giveUp || signal.aborted) throw failure;
      onRetry();
      await pause(retryAfter + waitBefore(retry, Math.random()), signal);
      await visible(signal);
      if (signal.aborted) throw failure;
    }
  }
}
