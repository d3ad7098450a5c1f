import { createServer } from 'node:http';
import { Problem } from './problem.js';

/** The maximum length of a request body, in characters. */
const BODY_LIMIT = 64_000;

/**
 * A request with its response.
 * @typedef {object} Exchange
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {URL} url
 * @property {string} body
 * @property {Record<string, string>} params the values of the path's parameters
 */

/** @typedef {(exchange: Exchange) => void | Promise<void>} Route */

async function bodyOf(request) {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += piece;
    if (body.length > BODY_LIMIT) throw new Problem(413, 'too-long', 'The request is too long.');
  }
  return body;
}

/** Finds the first route that matches a request. */
function routerOf(routes) {
  const compiled = Object.entries(routes).map(([name, route]) => {
    const pattern = name.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
    return { route, pattern: new RegExp(`^${pattern}$`) };
  });
  return (method, pathname) => {
    for (const { route, pattern } of compiled) {
      const match = pattern.exec(`${method} ${pathname}`);
      if (match) return { route, params: { ...match.groups } };
    }
    throw new Problem(404, 'not-found', 'There is nothing here.');
  };
}

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

/**
 * Starts an HTTP server on this machine. A thrown `Problem` is the response.
 * @param {Record<string, Route>} routes by `METHOD /path/:parameter`
 * @param {{ port?: number, hostname?: string }} [at] by default, a free port; `hostname` is the host name in its origin
 */
export async function serve(routes, { port = 0, hostname = '127.0.0.1' } = {}) {
  const find = routerOf(routes);
  const server = createServer(async (request, response) => {
    try {
      if (!URL.canParse(request.url, origin)) throw new Problem(400, 'bad-url', 'No URL.');
      const url = new URL(request.url, origin);
      const { route, params } = find(request.method, url.pathname);
      await route({ request, response, url, params, body: await bodyOf(request) });
    } catch (error) {
      respondWithError(response, error);
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const origin = `http://${hostname}:${server.address().port}`;
  return {
    origin,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}
