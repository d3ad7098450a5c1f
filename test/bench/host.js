import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

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
export async function host({ pages = {}, scripts = {}, answers = {} }) {
  const files = new Map();
  const keep = (entries, type) => {
    for (const [path, text] of Object.entries(entries)) {
      files.set(path, { type, body: brotliCompressSync(text) });
    }
  };
  keep(pages, 'text/html; charset=utf-8');
  keep(scripts, 'text/javascript');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const kept = files.get(pathname);
    if (kept) {
      response.writeHead(200, {
        'Content-Type': kept.type,
        'Content-Encoding': 'br',
        'Timing-Allow-Origin': '*',
      });
      if (!pathname.startsWith('/cold')) return void response.end(kept.body);
      response.write(kept.body.subarray(0, FIRST_FLIGHT));
      return void setTimeout(() => response.end(kept.body.subarray(FIRST_FLIGHT)), SECOND_FLIGHT);
    }
    // What is paid is never answered: the press is measured, not what comes of it.
    if (pathname === '/pay') return;
    if (!(pathname in answers)) return void response.writeHead(404).end();
    const body = gzipSync(JSON.stringify(answers[pathname]));
    setTimeout(() => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      });
      response.end(body);
    }, ANSWER_AFTER);
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
