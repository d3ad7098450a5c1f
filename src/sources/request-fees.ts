import { failureOfStatus, ReadFailure } from './failure.js';

/** How requests leave the page. */
export interface Transport {
  readonly credentials: RequestCredentials;
  readonly getToken?: (() => string | Promise<string>) | undefined;
  readonly fetcher?: typeof fetch | undefined;
}

const TIMEOUT = 15_000;

/** A header the server cannot refuse, or nothing: without a token there is none, with a failing one no request. */
async function authorization(getToken: Transport['getToken']): Promise<Record<string, string>> {
  if (!getToken) return {};
  try {
    const token = await getToken();
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    // A token that no header can carry would look like a network failure when it is the login that failed.
    new Headers(headers);
    return headers;
  } catch {
    console.warn('<ddb-debt-overview> getToken: gave no token that can be sent.');
    throw new ReadFailure('unauthorized');
  }
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(response: Response): number {
  const written = response.headers.get('Retry-After');
  if (!written) return 0;
  const milliseconds = /^\d+$/.test(written) ? +written * 1000 : Date.parse(written) - Date.now();
  return Math.max(0, milliseconds || 0);
}

async function exchange(url: string, transport: Transport, signal: AbortSignal) {
  const headers = await authorization(transport.getToken);
  // A token that came too late is not sent after all.
  if (signal.aborted) throw new ReadFailure('timeout');
  let response: Response;
  try {
    response = await (transport.fetcher ?? fetch)(url, {
      headers: { Accept: 'application/json', ...headers },
      credentials: transport.credentials,
      cache: 'no-store',
      signal,
    });
  } catch {
    throw new ReadFailure('offline');
  }
  if (!response.ok) throw new ReadFailure(failureOfStatus(response.status), retryAfterOf(response));
  let text: string;
  try {
    text = await response.text();
  } catch {
    throw new ReadFailure('offline');
  }
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
 * @throws {ReadFailure} by CONTRACT 3.8; after 15 s as `timeout`, whatever token, network or `fetcher` are waiting for.
 */
export function requestFees(
  url: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      abort.abort();
    };
    const fail = (failure: unknown): void => {
      end();
      reject(failure instanceof ReadFailure ? failure : new ReadFailure('invalid'));
    };
    const leave = (): void => fail(new ReadFailure('offline'));
    const timer = setTimeout(() => fail(new ReadFailure('timeout')), TIMEOUT);
    signal.addEventListener('abort', leave);
    exchange(url, transport, abort.signal).then((entries) => {
      end();
      resolve(entries);
    }, fail);
  });
}
