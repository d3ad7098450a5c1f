import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Answers a request. `url` is the request's URL; `params` holds the route's `:parameters`.
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse,
 *   found: { url: URL, params: Record<string, string> }) => void | Promise<void>} Handler
 */

/** The handler of a request, and the parameters of its route. Exact routes take precedence. */
function find(routes, method, pathname) {
  const exact = routes[pathname] ?? routes[`${method} ${pathname}`];
  if (exact) return { handler: exact, params: {} };
  for (const [route, handler] of Object.entries(routes)) {
    if (!route.includes('/:')) continue;
    const pattern = new RegExp(
      `^${route.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`,
    );
    const match = pattern.exec(route.startsWith('/') ? pathname : `${method} ${pathname}`);
    if (match) return { handler, params: { ...match.groups } };
  }
  return undefined;
}

/**
 * The one HTTP server of all tests. It listens on 127.0.0.1.
 * @param {Record<string, Handler>} routes by `/path`, or by `METHOD /path/:parameter`. They are looked up at each request, so a
 *   test may add and replace routes while the server runs.
 * @param {object} [options]
 * @param {string} [options.folder] its files are served where no route matches
 * @param {string} [options.under] the path of the folder
 * @param {Handler} [options.fallback] answers where no route matches; without it, `folder` does, or the answer is 404
 * @param {Record<string, string>} [options.headers] are set on every response
 * @param {() => void} [options.onConnection] is called for each TCP connection, also for one that never carries HTTP
 * @param {number} [options.port] without it, any free port
 * @param {string} [options.hostname] the host in `origin`: `127.0.0.1` or `localhost`
 */
export async function serve(
  routes,
  {
    folder = '',
    under = '/',
    fallback = folder ? files(folder, under) : notFound,
    headers = {},
    onConnection = () => undefined,
    port = 0,
    hostname = '127.0.0.1',
  } = {},
) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? hostname}`);
    const found = find(routes, request.method, url.pathname);
    response.setHeaders(new Headers(headers));
    (found?.handler ?? fallback)(request, response, { url, params: found?.params ?? {} });
  });
  server.on('connection', onConnection);
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://${hostname}:${address.port}`,
    port: address.port,
    /** Stops the server and closes all of its connections. */
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}

/** Answers 404. */
export const notFound = (_, response) => void response.writeHead(404).end();

/** Answers with a body. */
export const send =
  (type, body, { status = 200, ...headers } = {}) =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);

/** Answers with a file, or 404 where there is none. Its extension says its type. */
export const file =
  (path, headers = {}) =>
  (request, response) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return notFound(request, response);
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain', ...headers });
    createReadStream(path).pipe(response);
  };

/** Answers with the files of a folder, which is at the path `under`; with its `index.html` for that path itself. */
export const files =
  (folder, under = '/', headers = {}) =>
  (request, response, { url: { pathname } }) => {
    if (!pathname.startsWith(under)) return notFound(request, response);
    file(join(folder, pathname.slice(under.length) || 'index.html'), headers)(request, response);
  };

/** Answers with a page, under a Content-Security-Policy where one is given. */
export const page = (html, policy = '') =>
  send('text/html; charset=utf-8', html, policy && { 'Content-Security-Policy': policy });

/** Answers with JSON. */
export const json = (value) => send('application/json', JSON.stringify(value));

/**
 * The body of a request, as text.
 * @param {number} [limit] in characters; a longer body is a RangeError
 */
export async function bodyOf(request, limit = Infinity) {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += piece;
    if (body.length > limit) throw new RangeError(`The body is longer than ${limit}.`);
  }
  return body;
}
