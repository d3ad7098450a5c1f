import { warn } from '../util/warn.js';
import { RequestError } from './failure.js';
import { now } from '../util/now.js';

/** How requests leave the page. */
export interface HttpOptions {
  readonly credentials: RequestCredentials;
  /** @param refused the server has just refused the last one */
  readonly getToken?: ((refused: boolean) => string | Promise<string>) | undefined;
  readonly fetcher?: typeof fetch | undefined;
}

declare global {
  /** `fetch`, with what `start/` has begun before this script came. */
  var ddbDebtFetch: typeof fetch | undefined;
}

const TIMEOUT = 15_000;

/** A header the server cannot refuse, or nothing: without a token there is none, with a failing one no request. */
async function authorization(
  getToken: NonNullable<HttpOptions['getToken']>,
  refused: boolean,
): Promise<Record<string, string>> {
  try {
    const token = await getToken(refused);
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    // A token that no header can carry would look like a network failure when it is the login that failed.
    new Headers(headers);
    return headers;
  } catch (failure) {
    // Many fetch the token: without a network that says nothing of the login.
    if (!navigator.onLine) throw new RequestError('offline');
    if (failure instanceof RequestError) throw failure;
    warn('getToken: gave no token that can be sent');
    throw new RequestError('unauthorized');
  }
}

type Request = RequestInit & { readonly headers: Readonly<Record<string, string>> };

/** An answer may be two elements', and has but one body. */
const bodies = new WeakMap<Response, Promise<string>>();

/** The whole body of an answer. @throws {RequestError} `offline`, where it breaks off */
export async function bodyText(response: Response): Promise<string> {
  try {
    const body = bodies.get(response) ?? response.text();
    bodies.set(response, body);
    return await body;
  } catch {
    throw new RequestError('offline');
  }
}

/** A request that has just begun, for all who ask the same. */
interface Begun {
  readonly fetcher: typeof fetch;
  readonly answer: Promise<Response>;
  readonly abort: AbortController;
  /** In milliseconds since 1970. */
  readonly at: number;
  sharers: number;
}

/** By what is asked: address, token, and all. */
const begun = new Map<string, Begun>();
/** So long, in milliseconds, whoever asks the same gets the same answer: a page's elements come one after the other. */
const TOGETHER = 100;

/** Fetches, or shares what another element of the page has just begun to fetch. */
function fetchTogether(
  url: string,
  request: RequestInit,
  fetcher: typeof fetch,
  signal: AbortSignal,
): Promise<Response> {
  const what = JSON.stringify([url, request]);
  const at = now();
  let one = begun.get(what);
  if (one?.fetcher !== fetcher || at - one.at > TOGETHER) {
    const abort = new AbortController();
    const answer = fetcher(url, { ...request, signal: abort.signal });
    begun.set(what, (one = { fetcher, answer, abort, at, sharers: 0 }));
  }
  const shared = one;
  shared.sharers++;
  // Each ends by aborting, however it has ended; and whoever asks once more wants another answer.
  signal.addEventListener('abort', () => {
    if (begun.get(what) === shared) begun.delete(what);
    if (!--shared.sharers) shared.abort.abort();
  });
  return shared.answer;
}

async function exchange<T>(
  url: string,
  request: Request,
  { getToken, credentials, fetcher = globalThis.ddbDebtFetch ?? fetch }: HttpOptions,
  signal: AbortSignal,
  take: (response: Response) => Promise<T>,
  again: () => void,
): Promise<T> {
  const ask = async (refused: boolean): Promise<Response> => {
    // Not awaited where there is none: the request leaves before the page draws what it has to say meanwhile.
    const token = getToken && (await authorization(getToken, refused));
    // A token that came too late is not sent after all.
    if (signal.aborted) throw new RequestError('timeout');
    try {
      const whole: RequestInit = {
        ...request,
        headers: { ...request.headers, ...token },
        credentials,
        cache: 'no-store',
        redirect: 'manual',
      };
      // What a payment asks for is nobody else's; and what was refused is asked anew, not answered by the refusal.
      return await (request.method || refused
        ? fetcher(url, { ...whole, signal })
        : fetchTogether(url, whole, fetcher, signal));
    } catch {
      throw new RequestError('offline');
    }
  };
  const response = await ask(false);
  // The token may only have grown old (CONTRACT 7): it is asked for once more, and nothing has been done with the first.
  if (response.status !== 401 || !getToken) return take(response);
  again();
  return take(await ask(true));
}

/**
 * Asks once, with the patron's token.
 * @param take makes of the answer what the caller wants
 * @throws {RequestError} what `take` throws; `offline`; `unauthorized`, where there is no token to send; and after 15 s
 * `timeout`, whatever token, network, `fetcher` or `take` are waiting for
 */
export function sendRequest<T>(
  url: string,
  request: Request,
  transport: HttpOptions,
  signal: AbortSignal,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      abort.abort();
    };
    const fail = (failure: unknown): void => {
      end();
      if (failure instanceof RequestError) return reject(failure);
      warn(`${url}: ${failure}`);
      reject(new RequestError('invalid'));
    };
    const leave = (): void => fail(new RequestError('offline'));
    let timer: ReturnType<typeof setTimeout>;
    const start = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(new RequestError('timeout')), TIMEOUT);
    };
    start();
    signal.addEventListener('abort', leave);
    exchange(url, request, transport, abort.signal, take, start).then((answer) => {
      end();
      resolve(answer);
    }, fail);
  });
}
