import { failureOfStatus, ReadFailure } from './failure.js';
import { send, textOf, type Transport } from './transport.js';
import { now } from '../units/now.js';

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(response: Response): number {
  const written = response.headers.get('Retry-After');
  if (!written) return 0;
  const milliseconds = /^\d+$/.test(written) ? +written * 1000 : +new Date(written) - now();
  return Math.max(0, milliseconds || 0);
}

async function entriesOf(response: Response): Promise<readonly unknown[]> {
  if (!response.ok) throw new ReadFailure(failureOfStatus(response.status), retryAfterOf(response));
  const text = await textOf(response);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ReadFailure('invalid');
  }
  if (!Array.isArray(body)) throw new ReadFailure('invalid');
  return body as readonly unknown[];
}

/**
 * Asks one endpoint once: its entries, each as it came.
 * @throws {ReadFailure} by CONTRACT 3.8
 */
export const requestFees = (
  url: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly unknown[]> =>
  send(url, { headers: { Accept: 'application/json' } }, transport, signal, entriesOf);
