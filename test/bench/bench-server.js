import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from '../serve.js';

/** The initial congestion window of a connection: ten packets (RFC 6928). */
const FIRST_FLIGHT = 14_600;
/** When the rest is sent, in milliseconds: two round trips of a slow phone. The browser delays the first byte by one. */
const SECOND_FLIGHT = 300;

/** The response time of the library system, in milliseconds. */
export const ANSWER_AFTER = 100;

const file = (path) => readFileSync(new URL(path, import.meta.url));

/** The size of a file: raw, with gzip 9, and with brotli 11. */
export const sizesOf = (path) => {
  const raw = file(path);
  return {
    raw: raw.length,
    gzip: gzipSync(raw, { level: 9 }).length,
    brotli: brotliCompressSync(raw).length,
  };
};

/**
 * A server on a loopback address that compresses as sites do: files with brotli, in advance, and answers with gzip. A
 * script whose name begins with "cold" is sent as over a new connection, since the throttling of a browser
 * has no slow start.
 * @param {{ pages?: Record<string, string | Buffer>, scripts?: Record<string, string | Buffer>,
 *   styles?: Record<string, string | Buffer>, images?: Record<string, string | Buffer>,
 *   answers?: Record<string, unknown> }} site
 *   by path
 */
export function startServer({ pages = {}, scripts = {}, styles = {}, images = {}, answers = {} }) {
  // A payment request is never answered: only the click is measured.
  const routes = { '/pay': () => undefined };
  const keep = (files, type) => {
    for (const [path, text] of Object.entries(files)) {
      const body = brotliCompressSync(text);
      routes[path] = (_, response) => {
        response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br' });
        if (!path.startsWith('/cold.')) return void response.end(body);
        response.write(body.subarray(0, FIRST_FLIGHT));
        setTimeout(() => response.end(body.subarray(FIRST_FLIGHT)), SECOND_FLIGHT);
      };
    }
  };
  keep(pages, 'text/html; charset=utf-8');
  keep(scripts, 'text/javascript');
  keep(styles, 'text/css');
  keep(images, 'image/svg+xml');
  for (const [path, answer] of Object.entries(answers)) {
    const body = gzipSync(JSON.stringify(answer));
    routes[path] = (_, response) =>
      setTimeout(() => {
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
        });
        response.end(body);
      }, ANSWER_AFTER);
  }
  return serve(routes);
}
