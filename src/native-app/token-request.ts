import type { PatronToken } from '../http/send-request.js';
import { RequestError } from '../http/failure.js';
import { requestFromApp } from './bridge.js';

/** The requests under way, by `refused`: elements that ask at the same time share one. */
const pending = new Map<boolean, Promise<PatronToken>>();

async function request(refused: boolean): Promise<PatronToken> {
  try {
    const answer = await requestFromApp('ddb-debt-token', { refused }, ({ token, patron }) =>
      (token === null || typeof token === 'string') && (!patron || typeof patron === 'string')
        ? { token, patron: patron || undefined }
        : undefined,
    );
    // Nobody is logged in.
    if (!answer.token) throw answer;
    return answer as PatronToken;
  } catch {
    throw new RequestError('unauthorized');
  }
}

/**
 * Requests the patron's token from the app (CONTRACT 7).
 * @param refused whether the server has just refused the last token
 * @throws {RequestError} `unauthorized`, if the app has no token or does not answer
 */
export function requestToken(refused: boolean): Promise<PatronToken> {
  const known = pending.get(refused);
  if (known) return known;
  const token = request(refused);
  pending.set(refused, token);
  const forget = (): void => {
    if (pending.get(refused) === token) pending.delete(refused);
  };
  token.then(forget, forget);
  // A later request may be for another patron.
  if (!refused) setTimeout(forget);
  return token;
}
