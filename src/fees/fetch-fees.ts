import { parseFees, type ParsedFee, type Report } from './fee.js';
import { failureOfStatus, isRedirect, mayPass, RequestError } from '../http/failure.js';
import { bodyText, sendRequest, type HttpOptions } from '../http/send-request.js';
import { delay, untilVisible } from '../http/wait.js';
import { isObject, typeIn } from '../util/json.js';
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

/** What is in an answer that is no list. */
function describe(body: string, json: unknown): string {
  if (!body.trim()) return 'an empty body';
  if (/^\s*</.test(body)) return 'HTML';
  if (!isObject(json)) return json === undefined ? 'broken JSON' : `JSON of type ${typeIn(json)}`;
  const key = Object.keys(json).find((name) => Array.isArray(json[name]));
  return key ? `an object with the array in "${key}"` : 'an object';
}

/**
 * Sends one request for fees.
 * @param report called with each fault of the answer
 * @throws {RequestError} as listed in CONTRACT 3.8
 */
export const fetchFees = (
  url: string,
  options: HttpOptions,
  signal: AbortSignal,
  report: Report,
): Promise<readonly ParsedFee[]> =>
  sendRequest(url, { headers: { Accept: 'application/json' } }, options, signal, async (response) => {
    const { status } = response;
    if (isRedirect(status)) report('takes a JSON array, not a redirect; answer 401 where a login is needed');
    if (!response.ok) {
      const kind = failureOfStatus(status);
      if (kind === 'rejected') report(`takes a JSON array with status 200, not ${status}`);
      throw new RequestError(kind, retryAfterOf(response));
    }
    const body = await bodyText(response);
    if (body.includes('\ufffd')) report('takes JSON in UTF-8; the answer has characters that are not');
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      // Reported below.
    }
    if (Array.isArray(json)) return parseFees(json, report);
    report(`takes a JSON array, not ${describe(body, json)}`);
    throw new RequestError('invalid');
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
  report: Report,
): Promise<readonly ParsedFee[]> {
  for (let retry = 0; ; retry++) {
    try {
      return await fetchFees(url, retry ? { ...options, isFirst: false } : options, signal, report);
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
