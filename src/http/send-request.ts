import { now } from '../util/time.js';
import { warn } from '../util/warn.js';
import { RequestError, unreachable } from './failure.js';

/** What a script of the page can set to change how requests are sent. */
export interface RequestOptions {
  fetcher?: typeof fetch | undefined;
  getToken?: (() => TokenAnswer | Promise<TokenAnswer>) | undefined;
}

/** A token, or a token with its patron. */
export type TokenAnswer = string | PatronToken;

export interface PatronToken {
  readonly token: string;
  /** Anything that is the same for each token of a patron. Without it, another token is another patron's. */
  readonly patron?: string | undefined;
}

/** @param refused whether the server has just refused the last token */
export type TokenRequest = (refused: boolean) => Promise<PatronToken>;

/** How requests are sent. */
export interface HttpOptions {
  readonly credentials: RequestCredentials;
  /** @param refused whether the server has just refused the last token */
  readonly getToken?: ((refused: boolean) => string | Promise<string>) | undefined;
  readonly fetcher?: typeof fetch | undefined;
  /** The first read of an element: the answer to an equal request of the same page load will do, however old. */
  readonly isFirst?: boolean | undefined;
}

declare global {
  /** `fetch`, which returns the requests that the early start has begun (`early-start/`). */
  var ddbDebtFetch: typeof fetch | undefined;
}

/** In milliseconds. */
const TIMEOUT = 15_000;

/**
 * The header with the token, or no header if there is no token.
 * @throws {RequestError} if `getToken` fails: then nothing is sent
 */
async function authorization(
  getToken: NonNullable<HttpOptions['getToken']>,
  refused: boolean,
): Promise<Record<string, string>> {
  try {
    const token = await getToken(refused);
    if (/^bearer /i.test(token)) warn('getToken: takes a token without "Bearer ", which is added');
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    // Throws for a token that no header can carry. `fetch` would fail as if there were no network.
    new Headers(headers);
    return headers;
  } catch (error) {
    // Most pages fetch the token, so without a network its failure says nothing about the login.
    if (unreachable().kind === 'offline') throw unreachable();
    if (error instanceof RequestError) throw error;
    warn('getToken: failed, or returned no token that can be sent');
    throw new RequestError('unauthorized');
  }
}

type Request = RequestInit & { readonly headers: Readonly<Record<string, string>> };

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
/** The abort reason of a request that succeeded. */
const SUCCESS = 'success';

/** Equal requests share one for this long, in milliseconds: the elements of a page are refreshed one after the other. */
const SHARED_FOR = 100;

/** As `fetcher`, but shares the equal request that another element of the page has begun. */
function fetchShared(
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

async function exchange<T>(
  url: string,
  request: Request,
  { getToken, credentials, fetcher = globalThis.ddbDebtFetch ?? fetch, isFirst }: HttpOptions,
  signal: AbortSignal,
  read: (response: Response) => Promise<T>,
  onTokenRefused: () => void,
): Promise<T> {
  const send = async (refused: boolean): Promise<Response> => {
    // Without `getToken` nothing is awaited, so that the request is sent before the page is drawn.
    const token = getToken && (await authorization(getToken, refused));
    // The token came too late.
    if (signal.aborted) throw new RequestError('timeout');
    try {
      const options: RequestInit = {
        ...request,
        headers: { ...request.headers, ...token },
        credentials,
        cache: 'no-store',
        redirect: 'manual',
      };
      // Payments are not shared, and neither is a request that was refused.
      return await (request.method || refused
        ? fetcher(url, { ...options, signal })
        : fetchShared(url, options, fetcher, signal, isFirst));
    } catch {
      const failure = unreachable();
      const server = new URL(url, document.baseURI).origin;
      if (failure.kind === 'network' && server !== origin && !signal.aborted) {
        warn(`${server}: no answer that this page may read; most likely its CORS headers do not allow ${origin}`);
      }
      throw failure;
    }
  };
  const response = await send(false);
  // The token may only have expired, so a new one is requested once (CONTRACT 7). The server has done nothing yet.
  if (response.status !== 401 || !getToken) return read(response);
  onTokenRefused();
  return read(await send(true));
}

/**
 * Sends one request with the patron's token.
 * @param read reads the response
 * @throws {RequestError} what `read` throws; `network` or `offline`; `unauthorized`, if there is no token; and `timeout` 15 s after
 * each attempt began, whether token, network, `fetcher` or `read` takes that long
 */
export function sendRequest<T>(
  url: string,
  request: Request,
  options: HttpOptions,
  signal: AbortSignal,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController();
    const end = (reason?: string): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      abort.abort(reason);
    };
    const fail = (error: unknown): void => {
      end();
      if (error instanceof RequestError) return reject(error);
      // The rest of the URL may be secret.
      warn(`${new URL(url, document.baseURI).origin}: ${error}`);
      reject(new RequestError('invalid'));
    };
    const onAbort = (): void => fail(unreachable());
    let timer: ReturnType<typeof setTimeout>;
    const startTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(new RequestError('timeout')), TIMEOUT);
    };
    startTimer();
    signal.addEventListener('abort', onAbort);
    exchange(url, request, options, abort.signal, read, startTimer).then((result) => {
      end(SUCCESS);
      resolve(result);
    }, fail);
  });
}
