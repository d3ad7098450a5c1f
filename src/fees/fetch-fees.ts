import { parseFees, type ParsedFee, type Report } from './fee.js';
import { failureOfStatus, isRedirect, RequestError } from '../http/failure.js';
import { sendRequest, type HttpOptions } from '../http/send-request.js';
import { bodyText } from '../http/shared-requests.js';
import { isObject, typeIn } from '../util/json.js';
import { now } from '../util/time.js';

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
