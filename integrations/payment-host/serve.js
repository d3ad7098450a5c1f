import { bodyOf, serve as serveRoutes } from '../../test/serve.js';
import { Problem } from './problem.js';

/** The maximum length of a request body, in characters. */
const LIMIT = 64_000;

/**
 * @typedef {object} Exchange
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {URL} url
 * @property {string} body
 * @property {Record<string, string>} params the values of the path's parameters
 */

function respondWithError(response, error) {
  if (!(error instanceof Problem)) console.error(error);
  if (response.headersSent || response.destroyed) return void response.destroy();
  const problem =
    error instanceof Problem ? error : new Problem(500, 'fault', 'Something went wrong here.');
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(problem));
}

/** Converts a route to a handler, which reads the body, and responds with a thrown `Problem`. */
const handlerOf = (route) => async (request, response, found) => {
  try {
    const body = await bodyOf(request, LIMIT).catch(() => {
      throw new Problem(413, 'too-long', 'The request is too long.');
    });
    await route({ request, response, body, ...found });
  } catch (error) {
    respondWithError(response, error);
  }
};

function notFound() {
  throw new Problem(404, 'not-found', 'There is nothing here.');
}

/**
 * Starts a server of the payment host.
 * @param {Record<string, (exchange: Exchange) => void | Promise<void>>} routes by `METHOD /path/:parameter`
 * @param {{ port?: number, hostname?: string }} [at] `hostname` is the host name in its origin
 */
export function serve(routes, at) {
  const handlers = Object.entries(routes).map(([path, route]) => [path, handlerOf(route)]);
  return serveRoutes(Object.fromEntries(handlers), { ...at, fallback: handlerOf(notFound) });
}
