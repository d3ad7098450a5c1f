/** Why a request for fees failed (CONTRACT 3.8). */
export type FailureKind = 'offline' | 'timeout' | 'unauthorized' | 'rejected' | 'busy' | 'server' | 'invalid';

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

/** Whether a retry may succeed. */
export const mayPass = (kind: FailureKind): boolean =>
  kind === 'offline' || kind === 'timeout' || kind === 'busy' || kind === 'server';

/** The kind of failure of a status that is not a success. */
export function failureOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'busy';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'invalid';
}
