import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cellPage, POOL_PAGE } from './cell-page.js';
import { CELLS } from './cells.js';
import { CONDITIONS, HTML } from './conditions.js';

const file = (path) => readFileSync(new URL(path, import.meta.url));
const SCRIPTS = ['witness', 'fast-clock', 'look', 'pool'];

const BY_LETTER = Object.fromEntries(
  Object.values(CONDITIONS).map((condition) => [condition.letter, condition]),
);

const listen = (server, port = 0) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
const origin = (port) => `http://127.0.0.1:${port}`;

/** A port that nobody listens at; below those that the system gives away by itself, and connects from. */
async function closedPort() {
  for (;;) {
    const server = createServer();
    const port = 11_000 + Math.floor(Math.random() * 8_000);
    const free = await listen(server, port).catch(() => undefined);
    if (free) return new Promise((resolve) => server.close(() => resolve(port)));
  }
}

/**
 * Real servers on loopback addresses: pages and endpoints on each of `slots` origins, and the endpoint of another origin.
 * @returns `origins`, and how to close them
 */
export async function startFaults(slots) {
  const files = Object.fromEntries(
    SCRIPTS.map((name) => [`/${name}.js`, file(`in-page/${name}.js`)]),
  );
  files['/ddb-debt-overview.js'] = file('../../dist/ddb-debt-overview.js');
  const got = CELLS.map(({ conditions }) =>
    Object.fromEntries(Object.keys(conditions).map((endpoint) => [endpoint, 0])),
  );
  const well = new Set();
  const away = { nowhere: origin(await closedPort()) };

  function fees(response, [endpoint, letter, cell]) {
    const before = got[cell][endpoint]++;
    const { answer } = BY_LETTER[well.has(+cell) ? CONDITIONS.debts.letter : letter];
    if (well.has(+cell)) response.setHeader('Access-Control-Allow-Origin', '*');
    answer({ response, endpoint, before });
  }

  function recover(response, cell) {
    const told = { ...got[cell] };
    const { conditions } = CELLS[cell];
    const recovers = Object.values(conditions).every((name) => CONDITIONS[name].at !== 'nowhere');
    if (recovers) well.add(+cell);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ got: told, recovers }));
  }

  function page(response, html) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  }

  const answer = (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, first, ...rest] = pathname.split('/');
    // A browser asks again by itself where a connection that it has used before is reset.
    response.setHeader('Connection', 'close');
    if (first === 'fees') return fees(response, rest);
    if (first === 'cell') return page(response, cellPage(CELLS[rest[0]], away));
    if (first === 'recover') return recover(response, +rest[0]);
    if (first === 'login') return page(response, HTML);
    if (first === 'pool') return page(response, POOL_PAGE);
    const script = files[pathname];
    if (!script) return response.writeHead(404).end();
    response
      .writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600' })
      .end(script);
  };

  const servers = Array.from({ length: slots + 1 }, () => createServer(answer));
  const [elsewhere, ...ports] = await Promise.all(servers.map((server) => listen(server)));
  away.elsewhere = origin(elsewhere);
  return {
    origins: ports.map(origin),
    close: () =>
      Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      ),
  };
}
