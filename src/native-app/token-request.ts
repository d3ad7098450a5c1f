import { RequestError } from '../fees/failure.js';
import { requestFromApp } from './bridge.js';

/** Whose requests they are. */
export interface Token {
  readonly token: string;
  /** The same for one patron, where the app says it; else another token counts as another patron. */
  readonly patron?: string | undefined;
}

/** Whoever asks the same at the same time gets the same answer; and of refused tokens one is made anew, not two. */
const open = new Map<boolean, Promise<Token>>();

async function ask(refused: boolean): Promise<Token> {
  try {
    const answer = await requestFromApp('ddb-debt-token', { refused }, ({ token, patron }) =>
      (token === null || typeof token === 'string') && (!patron || typeof patron === 'string')
        ? { token, patron: patron || undefined }
        : undefined,
    );
    // Nobody is logged in.
    if (!answer.token) throw answer;
    return answer as Token;
  } catch {
    throw new RequestError('unauthorized');
  } finally {
    open.delete(refused);
  }
}

/**
 * Asks the app for the patron's token (CONTRACT 7).
 * @param refused the server has just refused the last one
 * @throws {RequestError} `unauthorized`, where the app has none or does not answer
 */
export function requestToken(refused: boolean): Promise<Token> {
  const known = open.get(refused) ?? ask(refused);
  open.set(refused, known);
  // Whoever comes later may be asking for another patron.
  if (!refused) setTimeout(() => open.delete(refused));
  return known;
}
