/** So long, in milliseconds, answer and token wait for the element: then both are forgotten, and it asks anew. */
const FRESH = 30_000;

interface Begun {
  readonly answer: Promise<Response>;
  readonly abort: AbortController;
  /** In what the element's own request must not differ: whose answer it is. */
  readonly asked: string;
}

/** By address. */
const begun = new Map<string, Begun>();

const whose = ({ credentials, headers }: RequestInit): string =>
  `${credentials} ${new Headers(headers).get('Authorization')}`;

/** Asks as the element will (`sources/transport.ts`). */
export function ask(url: string, credentials: RequestCredentials, token: string | undefined): void {
  if (begun.has(url)) return;
  const abort = new AbortController();
  const request: RequestInit = {
    headers: {
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    credentials,
    cache: 'no-store',
    redirect: 'manual',
  };
  const answer = fetch(url, { ...request, signal: abort.signal });
  // That it has failed, the element hears when it asks.
  answer.catch(() => undefined);
  begun.set(url, { answer, abort, asked: whose(request) });
  setTimeout(() => {
    if (begun.delete(url)) abort.abort();
  }, FRESH);
}

/** The element's `fetcher`: gives what was begun, once, where it is exactly what is asked for; else it is `fetch`. */
export const fetcher: typeof fetch = (url, request = {}) => {
  const early = request.method ? undefined : begun.get(url as string);
  if (!early) return fetch(url, request);
  begun.delete(url as string);
  const { answer, abort, asked } = early;
  if (asked !== whose(request)) {
    abort.abort();
    return fetch(url, request);
  }
  request.signal?.addEventListener('abort', () => abort.abort());
  return answer;
};
