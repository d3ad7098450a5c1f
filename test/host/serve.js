import { createServer } from 'node:http';
import { Problem } from './problem.js';

/** More than any request here needs; a longer one is somebody's try. */
const LONGEST = 64_000;

/**
 * @typedef {object} Exchange
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {URL} url
 * @property {string} body
 * @property {Record<string, string>} params what stood in the path's `:places`
 */

async function bodyOf(request) {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += piece;
    if (body.length > LONGEST) throw new Problem(413, 'too-long', 'The request is too long.');
  }
  return body;
}

/** `POST /orders/:orderId` as a pattern. */
const patternOf = (route) =>
  new RegExp(`^${route.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

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

/**
 * A server on a loopback address. A route that throws a `Problem` has answered with it.
 * @param {Record<string, (exchange: Exchange) => void | Promise<void>>} routes by `METHOD /path/:place`
 * @param {{ port?: number, hostname?: string }} [at] `hostname` is what its origin is called
 */
export async function serve(routes, { port = 0, hostname = '127.0.0.1' } = {}) {
  const table = Object.entries(routes).map(([route, answer]) => ({
    pattern: patternOf(route),
    answer,
  }));
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? hostname}`);
      for (const { pattern, answer } of table) {
        const match = pattern.exec(`${request.method} ${url.pathname}`);
        if (!match) continue;
        const body = await bodyOf(request);
        return void (await answer({ request, response, url, body, params: { ...match.groups } }));
      }
      throw new Problem(404, 'not-found', 'There is nothing here.');
    } catch (error) {
      answerFault(response, error);
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://${hostname}:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}
