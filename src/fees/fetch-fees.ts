import { parseFees, type ParsedFee } from './fee.js';
import { failureOfStatus, mayPass, RequestError } from '../http/failure.js';
import { bodyText, sendRequest, type HttpOptions } from '../http/send-request.js';
import { delay, untilVisible } from '../http/wait.js';
import { now } from '../util/time.js';

/** The reasons for these figures are in test/fleet/. */
export const RETRIES = 2;
/** The longest first delay in milliseconds. It doubles with each retry. */
const FIRST_DELAY = 2_000;
/** Where a server asks for a longer delay than this, the patron retries, not the widget. */
const LONGEST_DELAY = 30_000;

/** The delay before a retry, in milliseconds. `random` is at least 0 and below 1. */
export const retryDelay = (retry: number, random: number): number => random * FIRST_DELAY * 2 ** retry;

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(response: Response): number {
  const header = response.headers.get('Retry-After');
  if (!header) return 0;
  const milliseconds = /^\d+$/.test(header) ? +header * 1000 : +new Date(header) - now();
  return Math.max(0, milliseconds || 0);
}

/**
 * Sends one request for fees.
 * @throws {RequestError} as listed in CONTRACT 3.8
 */
export const fetchFees = (url: string, options: HttpOptions, signal: AbortSignal): Promise<readonly ParsedFee[]> =>
  sendRequest(url, { headers: { Accept: 'application/json' } }, options, signal, async (response) => {
    if (!response.ok) {
      throw new RequestError(failureOfStatus(response.status), retryAfterOf(response));
    }
    const body = await bodyText(response);
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      throw new RequestError('invalid');
    }
    if (!Array.isArray(json)) throw new RequestError('invalid');
    return parseFees(json);
  });

/**
 * As `fetchFees`, with at most two retries of a failure that may pass. The delays grow and are random (full jitter), so
 * that a thousand pages do not return at the same moment (CONTRACT 3.8).
 * @param onRetry called before each retry
 * @throws {RequestError} when no retry is left, or `signal` aborts
 */
export async function fetchFeesWithRetry(
  url: string,
  options: HttpOptions,
  signal: AbortSignal,
  onRetry: () => void,
): Promise<readonly ParsedFee[]> {
  for (let retry = 0; ; retry++) {
    try {
      return await fetchFees(url, options, signal);
    } catch (error) {
      const { kind, retryAfter } = error as RequestError;
      const giveUp = retry === RETRIES || retryAfter > LONGEST_DELAY || !mayPass(kind);
      if (giveUp || signal.aborted) throw error;
      onRetry();
      await delay(retryAfter + retryDelay(retry, Math.random()), signal);
      await untilVisible(signal);
      if (signal.aborted) throw error;
    }
  }
}
