import { Problem } from './problem.js';

/** The token that a request carries, or a 401. */
export function bearerOf({ headers }) {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new Problem(401, 'unauthorized', 'Log in.');
  return token;
}
