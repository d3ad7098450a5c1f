/** Why a read of debts failed (CONTRACT 3.8). */
export type FailureKind =
  'offline' | 'timeout' | 'unauthorized' | 'rejected' | 'busy' | 'server' | 'invalid';

/** A read that failed. `retryAfter` is the server's wish in milliseconds, where it has one. */
export class RequestError extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly retryAfter = 0,
  ) {
    super(kind);
  }
}

/** The failures that may pass by themselves. */
export const mayPass = (kind: FailureKind): boolean =>
  kind === 'offline' || kind === 'timeout' || kind === 'busy' || kind === 'server';

/** What a status says, where it is no success. */
export function failureOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'busy';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'invalid';
}
