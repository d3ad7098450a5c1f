/** So long, in milliseconds, answer and token wait for the element: then both are forgotten, and it asks anew. */
const FRESH = 30_000;

interface Begun {
  readonly answer: Promise<Response>;
  readonly abort: AbortController;
  /** In what the element's own request must not differ: whose answer it is. */
  readonly asked: string;
  /** In milliseconds since 1970: a timer sleeps with the device. */
  readonly at: number;
}

/** By absolute address. */
const begun = new Map<string, Begun>();

const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** @throws {TypeError} where no header can carry the token */
const whose = ({ credentials, headers }: RequestInit): string =>
  `${credentials} ${new Headers(headers).get('Authorization')}`;

/**
 * Asks as the element will (`sources/transport.ts`).
 * @throws {TypeError} where no header can carry the token; nothing has been asked then
 */
export function ask(url: string, credentials: RequestCredentials, token: string | undefined): void {
  const address = absolute(url);
  if (begun.has(address)) return;
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
  const asked = whose(request);
  const answer = fetch(url, { ...request, signal: abort.signal });
  // That it has failed, the element hears when it asks.
  answer.catch(() => undefined);
  begun.set(address, { answer, abort, asked, at: Date.now() });
  setTimeout(() => {
    if (begun.delete(address)) abort.abort();
  }, FRESH);
}

/** Whoever comes back to the page may be somebody else. */
export function forget(): void {
  for (const { abort } of begun.values()) abort.abort();
  begun.clear();
}

/** `fetch`, but for what was begun: that is given once, where it is exactly what is asked for. */
export const earlyFetch: typeof fetch = (url, request = {}) => {
  const address = request.method ? '' : absolute(url as string);
  const early = begun.get(address);
  if (!early) return fetch(url, request);
  begun.delete(address);
  const { answer, abort, asked, at } = early;
  if (asked !== whose(request) || Date.now() - at > FRESH) {
    abort.abort();
    return fetch(url, request);
  }
  request.signal?.addEventListener('abort', () => abort.abort());
  return answer;
};
