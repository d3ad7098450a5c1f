import type { PatronName } from './patrons.js';

/** The patron who is logged in to the app. */
export interface Login {
  readonly patron: PatronName;
  readonly token: string;
}

/** The tokens that the library accepts, each with its patron. Tokens are not stored: every page creates new ones. */
const validTokens = new Map<string, PatronName>();

let login: Login | undefined;

/** Logs in another patron, or nobody. Tokens from before become invalid. */
export function logIn(patron: PatronName | ''): void {
  validTokens.clear();
  login = patron ? { patron, token: crypto.randomUUID() } : undefined;
  if (login) validTokens.set(login.token, login.patron);
}

/** Makes the library reject the token. The app is told by the overview's next token request. */
export const expireToken = (): void => validTokens.clear();

/**
 * The current login; `undefined` if nobody is logged in.
 * @param refused whether the library has refused the last token; an app can renew it without asking the patron
 */
export function currentLogin(refused: boolean): Login | undefined {
  if (refused && login) logIn(login.patron);
  return login;
}

/** The patron whose token the request carries. */
export function patronOf(request: Request): PatronName | undefined {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '') ?? [];
  return validTokens.get(token);
}
