import { randomUUID } from 'node:crypto';
import { json } from './answers.js';
import { Problem } from './problem.js';

const sessionOf = ({ headers }) => /(?:^|;\s*)session=([^;]+)/.exec(headers.cookie ?? '')?.[1];

/**
 * The sessions of logged-in patrons. Scripts of the page can fetch the token, but not read the cookie. The token is not part
 * of a page, which could be cached.
 */
export class Sessions {
  /** @type {Map<string, string>} */
  #tokens = new Map();

  /** The header that sets the session cookie. `Lax`, because it is needed on the return from the gateway. */
  logIn(token) {
    const session = randomUUID();
    this.#tokens.set(session, token);
    // On a real server, also `Secure`.
    return { 'Set-Cookie': `session=${session}; Path=/; HttpOnly; SameSite=Lax` };
  }

  tokenOf(request) {
    return this.#tokens.get(sessionOf(request) ?? '');
  }

  /** `GET /patron/token` */
  answerToken = ({ request, response }) => {
    const token = this.tokenOf(request);
    if (!token) throw new Problem(401, 'unauthorized', 'Log in.');
    json(response, { token });
  };
}
