import { randomUUID } from 'node:crypto';
import { Problem } from './problem.js';

const sessionOf = ({ headers }) => /(?:^|;\s*)session=([^;]+)/.exec(headers.cookie ?? '')?.[1];

const bearerOf = ({ headers }) => /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];

/**
 * The sessions of logged-in patrons. The page has only a cookie that scripts cannot read; the patron's FBS token stays on
 * the server. An app has no session, and sends the token itself.
 */
export class Sessions {
  /** The tokens by session. @type {Map<string, string>} */
  #tokens = new Map();
  #config;

  /** @param {import('./payment-host.js').Config} config */
  constructor(config) {
    this.#config = config;
  }

  #cookie(value, attributes = '') {
    const secure = this.#config.origin.startsWith('https:') ? '; Secure' : '';
    // `Strict` would be missing on the return from the gateway.
    return {
      'Set-Cookie': `session=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${attributes}`,
    };
  }

  /** Returns the header that sets the session cookie. @param {string} token from the patron's login */
  logIn(token) {
    const session = randomUUID();
    this.#tokens.set(session, token);
    return this.#cookie(session);
  }

  /** Returns the header that removes the session cookie. */
  logOut(request) {
    this.#tokens.delete(sessionOf(request) ?? '');
    return this.#cookie('', '; Max-Age=0');
  }

  /** The token of a page's session, if there is one. */
  sessionTokenOf(request) {
    return this.#tokens.get(sessionOf(request) ?? '');
  }

  /** The patron's token of a request. @throws {Problem} 401 without a login, 403 from a page of another origin */
  tokenOf(request) {
    const bearer = bearerOf(request);
    const token = bearer ?? this.sessionTokenOf(request);
    if (!token) throw new Problem(401, 'unauthorized', 'Log in.');
    // Browsers send the cookie with requests of other pages, too, if those are on the same site.
    const { origin = this.#config.origin } = request.headers;
    if (!bearer && origin !== this.#config.origin) {
      throw new Problem(403, 'other-origin', 'The request is from another site.');
    }
    return token;
  }
}
