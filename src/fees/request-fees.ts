import { failureOfStatus, RequestError } from './failure.js';
import { sendRequest, bodyText, type HttpOptions } from './http.js';
import { now } from '../util/now.js';

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(response: Response): number {
  const written = response.headers.get('Retry-After');
  if (!written) return 0;
  const milliseconds = /^\d+$/.test(written) ? +written * 1000 : +new Date(written) - now();
  return Math.max(0, milliseconds || 0);
}

async function entriesOf(response: Response): Promise<readonly unknown[]> {
  if (!response.ok)
    throw new RequestError(failureOfStatus(response.status), retryAfterOf(response));
  const text = await bodyText(response);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new RequestError('invalid');
  }
  if (!Array.isArray(body)) throw new RequestError('invalid');
  return body as readonly unknown[];
}

/**
 * Asks one endpoint once: its entries, each as it came.
 * @throws {RequestError} by CONTRACT 3.8
 */
export const fetchFees = (
  url: string,
  transport: HttpOptions,
  signal: AbortSignal,
): Promise<readonly unknown[]> =>
  sendRequest(url, { headers: { Accept: 'application/json' } }, transport, signal, entriesOf);
