import { randomUUID } from 'node:crypto';
import { json } from './answers.js';
import { Problem } from './problem.js';

const sessionOf = ({ headers }) => /(?:^|;\s*)session=([^;]+)/.exec(headers.cookie ?? '')?.[1];

/**
 * Who is logged in. A page's script can fetch the token but not read the cookie that it is fetched by, and the token
 * stands in no page that a cache or a stranger's script could keep.
 */
export class Sessions {
  /** @type {Map<string, string>} */
  #tokens = new Map();

  /** The header that gives a browser its session. `Lax`: it must come along when the gateway sends the browser back. */
  logIn(token) {
    const session = randomUUID();
    this.#tokens.set(session, token);
    // And `Secure`, wherever it is not http on a loopback address.
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
