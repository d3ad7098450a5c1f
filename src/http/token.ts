import { warn } from '../util/warn.js';
import { RequestError, unreachable } from './failure.js';

/** A token, or a token with its patron. */
export type TokenAnswer = string | PatronToken;

export interface PatronToken {
  readonly token: string;
  /** Anything that is the same for each token of a patron. Without it, another token is another patron's. */
  readonly patron?: string | undefined;
}

/** @param refused whether the server has just refused the last token */
export type TokenRequest = (refused: boolean) => Promise<PatronToken>;

export const patronTokenOf = (answer: TokenAnswer): PatronToken =>
  typeof answer === 'string' ? { token: answer } : answer;

/** The header with a token, or no header if there is no token. */
export const authorizationOf = (token: string | undefined): Readonly<Record<string, string>> =>
  token ? { Authorization: `Bearer ${token}` } : {};

/**
 * Requests the token, and returns its header.
 * @throws {RequestError} if `getToken` fails, or returns no token that can be sent
 */
export async function requestAuthorization(
  getToken: (refused: boolean) => string | Promise<string>,
  refused: boolean,
): Promise<Readonly<Record<string, string>>> {
  try {
    const token = await getToken(refused);
    if (/^bearer /i.test(token)) warn('getToken: takes a token without "Bearer ", which is added');
    const headers = authorizationOf(token);
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
