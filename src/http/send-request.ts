import { warn } from '../util/warn.js';
import { RequestError, unreachable } from './failure.js';
import { fetchShared, SUCCESS } from './shared-requests.js';
import { requestAuthorization, type TokenAnswer } from './token.js';

/** What a script of the page can set to change how requests are sent. */
export interface RequestOptions {
  fetcher?: typeof fetch | undefined;
  getToken?: (() => TokenAnswer | Promise<TokenAnswer>) | undefined;
}

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

/** A URL as the integrator wrote it, which may be relative to the page. */
export const resolveUrl = (url: string): URL => new URL(url, document.baseURI);

type Request = RequestInit & { readonly headers: Readonly<Record<string, string>> };

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
    const token = getToken && (await requestAuthorization(getToken, refused));
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
      const server = resolveUrl(url).origin;
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
      warn(`${resolveUrl(url).origin}: ${error}`);
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
