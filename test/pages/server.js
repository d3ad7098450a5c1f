import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * A real server on a loopback address, for pages in a real browser.
 * @param {Record<string, (request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse) => void>} routes answers by path
 * @param {{ folder?: string, under?: string }} files a folder served under a path
 */
export async function serve(routes, { folder = '', under = '/' } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = routes[pathname];
    if (route) return void route(request, response);
    const file = folder && join(folder, normalize(pathname.slice(under.length) || 'index.html'));
    if (!file || !pathname.startsWith(under) || !existsSync(file) || !statSync(file).isFile()) {
      return void response.writeHead(404).end();
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a page, under a Content-Security-Policy where one is given. */
export const page =
  (html, policy = '') =>
  (_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(policy && { 'Content-Security-Policy': policy }),
    });
    response.end(html);
  };

/** Answers with JSON. */
export const json = (value) => (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
};
