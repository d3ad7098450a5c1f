import type { PatronName } from './patrons.js';

/** Who is logged in, as the app has it. */
export interface Login {
  readonly patron: PatronName;
  readonly token: string;
}

/** Whose each token is that the library takes. Made anew with every page: a token is kept nowhere. */
const taken = new Map<string, PatronName>();

let login: Login | undefined;

/** The app's own login is over; what it has given the overview before is worth nothing any more. */
export function logIn(patron: PatronName | ''): void {
  taken.clear();
  login = patron ? { patron, token: crypto.randomUUID() } : undefined;
  if (login) taken.set(login.token, login.patron);
}

/** The library no longer takes the token; the app finds out when it is told. */
export const expireToken = (): void => taken.clear();

/**
 * The login as it is now, or nothing where nobody is logged in.
 * @param refused the library has refused the last token: an app has a way to get the next without asking the patron
 */
export function currentLogin(refused: boolean): Login | undefined {
  if (refused && login) logIn(login.patron);
  return login;
}

/** Who asks the library, as it sees it. */
export function patronOf(request: Request): PatronName | undefined {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '') ?? [];
  return taken.get(token);
}
