import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import { file, json, page, serve } from '../serve.js';
import { cellPage, POOL_PAGE } from './cell-page.js';
import { CELLS } from './cells.js';
import { CONDITIONS, HTML } from './conditions.js';

const script = (path) =>
  file(fileURLToPath(new URL(path, import.meta.url)), { 'Cache-Control': 'max-age=3600' });
const SCRIPTS = ['witness', 'fast-clock', 'look', 'pool'];

const BY_LETTER = Object.fromEntries(
  Object.values(CONDITIONS).map((condition) => [condition.letter, condition]),
);

/**
 * Real servers on loopback addresses: pages and endpoints on each of `slots` origins, and the endpoint of another origin.
 * @returns `origins`, and how to close them
 */
export async function startFaults(slots) {
  const got = CELLS.map(({ conditions }) =>
    Object.fromEntries(Object.keys(conditions).map((endpoint) => [endpoint, 0])),
  );
  const well = new Set();
  const away = { nowhere: `http://127.0.0.1:${await freePort()}` };

  function fees(_, response, { params: { endpoint, letter, cell } }) {
    const before = got[cell][endpoint]++;
    const { answer } = BY_LETTER[well.has(cell) ? CONDITIONS.debts.letter : letter];
    if (well.has(cell)) response.setHeader('Access-Control-Allow-Origin', '*');
    answer({ response, endpoint, before });
  }

  function recover(request, response, { params: { cell } }) {
    const told = { ...got[cell] };
    const { conditions } = CELLS[cell];
    const recovers = Object.values(conditions).every((name) => CONDITIONS[name].at !== 'nowhere');
    if (recovers) well.add(cell);
    json({ got: told, recovers })(request, response);
  }

  const routes = {
    '/fees/:endpoint/:letter/:cell': fees,
    '/cell/:cell': (request, response, { params }) =>
      page(cellPage(CELLS[params.cell], away))(request, response),
    '/recover/:cell': recover,
    '/login': page(HTML),
    '/pool': page(POOL_PAGE),
    '/ddb-debt-overview.js': script('../../dist/ddb-debt-overview.js'),
    ...Object.fromEntries(SCRIPTS.map((name) => [`/${name}.js`, script(`in-page/${name}.js`)])),
  };
  // A browser asks again by itself where a connection that it has used before is reset.
  const headers = { Connection: 'close' };
  const servers = await Promise.all(
    Array.from({ length: slots + 1 }, () => serve(routes, { headers })),
  );
  const [elsewhere, ...own] = servers;
  away.elsewhere = elsewhere.origin;
  return {
    origins: own.map(({ origin }) => origin),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}
