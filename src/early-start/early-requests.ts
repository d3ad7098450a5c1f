import { resolveUrl } from '../http/send-request.js';
import { authorizationOf } from '../http/token.js';
import { now } from '../util/time.js';

/** Responses and tokens are kept this long, in milliseconds. After that, the element requests again. */
const MAX_AGE = 30_000;

interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly abort: AbortController;
  /** The options that the element's request must have, too: they say whose response it is. */
  readonly identity: string;
  /** In milliseconds since 1970: timers do not run while a device sleeps. */
  readonly startedAt: number;
}

/** By absolute URL. */
const requests = new Map<string, EarlyRequest>();

const identityOf = ({ credentials, headers }: RequestInit): string =>
  `${credentials} ${new Headers(headers).get('Authorization')}`;

/**
 * Sends the request that the element will send (`http/send-request.ts`).
 * @throws {TypeError} where no header can carry the token: then nothing is sent
 */
export function startRequest(url: string, credentials: RequestCredentials, token: string | undefined): void {
  const key = resolveUrl(url).href;
  if (requests.has(key)) return;
  const abort = new AbortController();
  const options: RequestInit = {
    headers: { Accept: 'application/json', ...authorizationOf(token) },
    credentials,
    cache: 'no-store',
    redirect: 'manual',
  };
  const identity = identityOf(options);
  const response = fetch(url, { ...options, signal: abort.signal });
  // The element handles a failure when it takes the response.
  response.catch(() => undefined);
  requests.set(key, { response, abort, identity, startedAt: now() });
  setTimeout(() => {
    if (requests.delete(key)) abort.abort();
  }, MAX_AGE);
}

/** Another patron may return to the page. */
export function clearRequests(): void {
  for (const { abort } of requests.values()) abort.abort();
  requests.clear();
}

/** `fetch`, but it returns the early response, once, to an equal request. */
export const earlyFetch: typeof fetch = (url, options = {}) => {
  const key = options.method ? '' : resolveUrl(url as string).href;
  const early = requests.get(key);
  requests.delete(key);
  if (early?.identity === identityOf(options) && now() - early.startedAt <= MAX_AGE) {
    options.signal?.addEventListener('abort', () => early.abort.abort());
    return early.response;
  }
  early?.abort.abort();
  return fetch(url, options);
};
