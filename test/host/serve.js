import { bodyOf, serve as serveRoutes } from '../serve.js';
import { Problem } from './problem.js';

/** More characters than any request here needs. */
const LIMIT = 64_000;

/**
 * @typedef {object} Exchange
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {URL} url
 * @property {string} body
 * @property {Record<string, string>} params the values of the path's `:places`
 */

function answerFault(response, error) {
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

/** A route as a handler: it is given the body, and a `Problem` that it throws becomes the answer. */
const handlerOf = (route) => async (request, response, found) => {
  try {
    const body = await bodyOf(request, LIMIT).catch(() => {
      throw new Problem(413, 'too-long', 'The request is too long.');
    });
    await route({ request, response, body, ...found });
  } catch (error) {
    answerFault(response, error);
  }
};

function nothingHere() {
  throw new Problem(404, 'not-found', 'There is nothing here.');
}

/**
 * A server of the reference host.
 * @param {Record<string, (exchange: Exchange) => void | Promise<void>>} routes by `METHOD /path/:place`
 * @param {{ port?: number, hostname?: string }} [at] `hostname` is the host in its origin
 */
export function serve(routes, at) {
  const handlers = Object.entries(routes).map(([path, route]) => [path, handlerOf(route)]);
  return serveRoutes(Object.fromEntries(handlers), { ...at, fallback: handlerOf(nothingHere) });
}
