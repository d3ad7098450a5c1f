import { Problem } from './problem.js';

/** The token of a request. @throws {Problem} 401 without one */
export function bearerOf({ headers }) {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new Problem(401, 'unauthorized', 'Log in.');
  return token;
}
