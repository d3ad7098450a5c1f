import { now } from '../util/time.js';
import { unreachable } from './failure.js';

/** A response can be shared by elements, but its body can be read only once. */
const bodies = new WeakMap<Response, Promise<string>>();

/** The whole body of a response. @throws {RequestError} `network` or `offline`, if the body is incomplete */
export async function bodyText(response: Response): Promise<string> {
  try {
    const body = bodies.get(response) ?? response.text();
    bodies.set(response, body);
    return await body;
  } catch {
    throw unreachable();
  }
}

interface SharedRequest {
  readonly fetcher: typeof fetch;
  readonly response: Promise<Response>;
  readonly abort: AbortController;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  users: number;
}

/** By URL and options, which include the token. */
const sharedRequests = new Map<string, SharedRequest>();
/** The reason with which the signal of a successful request is aborted. */
export const SUCCESS = 'success';

/** Equal requests share one for this long, in milliseconds: the elements of a page are refreshed one after the other. */
const SHARED_FOR = 100;

/** As `fetcher`, but shares the equal request that another element of the page has begun. */
export function fetchShared(
  url: string,
  options: RequestInit,
  fetcher: typeof fetch,
  signal: AbortSignal,
  isFirst?: boolean,
): Promise<Response> {
  const key = JSON.stringify([url, options]);
  const startedAt = now();
  let request = sharedRequests.get(key);
  const isRecent = isFirst || (request?.users && startedAt - request.startedAt <= SHARED_FOR);
  if (request?.fetcher !== fetcher || !isRecent) {
    const abort = new AbortController();
    const response = fetcher(url, { ...options, signal: abort.signal });
    request = { fetcher, response, abort, startedAt, users: 0 };
    sharedRequests.set(key, request);
  }
  const shared = request;
  shared.users++;
  const forget = (): void => {
    if (sharedRequests.get(key) === shared) sharedRequests.delete(key);
  };
  // `sendRequest` aborts its signal when it ends, too. After that, an equal request is a new one. Until the page has
  // loaded, the parser may still add an equal element.
  signal.addEventListener('abort', () => {
    if (!--shared.users) shared.abort.abort();
    if (signal.reason !== SUCCESS || document.readyState === 'complete') forget();
    else addEventListener('load', forget, { once: true });
  });
  return shared.response;
}
