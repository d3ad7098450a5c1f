import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from '../serve.js';

/** What a connection carries at first, before the other side has said that it came: ten packets (RFC 6928). */
const FIRST_FLIGHT = 14_600;
/** When it has said so, in milliseconds: two round trips of a slow phone. The browser keeps back the first byte for one. */
const SECOND_FLIGHT = 300;

/** So long, in milliseconds, the library system takes to answer. */
export const ANSWER_AFTER = 100;

const file = (path) => readFileSync(new URL(path, import.meta.url));

/** What a file costs: as it is, with gzip 9, and with brotli 11. */
export const weigh = (path) => {
  const raw = file(path);
  return {
    raw: raw.length,
    gzip: gzipSync(raw, { level: 9 }).length,
    brotli: brotliCompressSync(raw).length,
  };
};

/**
 * A site on a loopback address that compresses as sites do: its files with brotli, beforehand, and answers with gzip. A
 * script whose name begins with "cold" comes as over a connection that has carried nothing yet: the throttling of a browser
 * knows no slow start.
 * @param {{ pages?: Record<string, string>, scripts?: Record<string, string | Buffer>,
 *   answers?: Record<string, unknown> }} site
 *   by path
 */
export function host({ pages = {}, scripts = {}, answers = {} }) {
  // What is paid is never answered: the press is measured, not what comes of it.
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
