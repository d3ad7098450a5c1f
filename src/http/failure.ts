/**
 * Why a request for fees failed (CONTRACT 3.8): `offline`, the browser says that it has no connection; `network`, the
 * endpoint could not be reached for another reason, such as CORS; `timeout`, no answer in 15 s; `unauthorized`, 401, 403 or
 * a redirect; `rejected`, another 4xx; `busy`, 429; `server`, 5xx; `invalid`, an answer that is no list of fees.
 */
export type FailureKind =
  'offline' | 'network' | 'timeout' | 'unauthorized' | 'rejected' | 'busy' | 'server' | 'invalid';

/** A failed request. */
export class RequestError extends Error {
  constructor(
    readonly kind: FailureKind,
    /** The server's `Retry-After` in milliseconds; 0 without one. */
    readonly retryAfter = 0,
  ) {
    super(kind);
  }
}

/** The server could not be reached. Only the browser can say that the device is offline. */
export const unreachable = (): RequestError => new RequestError(navigator.onLine === false ? 'offline' : 'network');

/** A redirect, to a login most likely. It is not followed, and a browser says that its status is 0. */
export const isRedirect = (status: number): boolean => /^(0|30[12378])$/.test(`${status}`);

/** The kind of failure of a status that is not a success. */
export function failureOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403 || isRedirect(status)) return 'unauthorized';
  if (status === 429) return 'busy';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'invalid';
}
