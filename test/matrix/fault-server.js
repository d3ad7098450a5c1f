import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import { file, json, page, serve } from '../serve.js';
import { cellPage, POOL_PAGE } from './cell-page.js';
import { CELLS } from './cells.js';
import { CONDITIONS, HTML } from './conditions.js';

const script = (path) =>
  file(fileURLToPath(new URL(path, import.meta.url)), { 'Cache-Control': 'max-age=3600' });
const SCRIPTS = ['monitor', 'fast-clock', 'inspect', 'pool'];

const BY_LETTER = Object.fromEntries(
  Object.values(CONDITIONS).map((condition) => [condition.letter, condition]),
);

/**
 * Starts servers on loopback addresses: `slots` origins with pages and endpoints, and another origin with endpoints.
 */
export async function startFaults(slots) {
  const received = CELLS.map(({ conditions }) =>
    Object.fromEntries(Object.keys(conditions).map((endpoint) => [endpoint, 0])),
  );
  const recovered = new Set();
  const otherOrigins = { nowhere: `http://127.0.0.1:${await freePort()}` };

  function fees(_, response, { params: { endpoint, letter, cell } }) {
    const before = received[cell][endpoint]++;
    const { answer } = BY_LETTER[recovered.has(cell) ? CONDITIONS.debts.letter : letter];
    if (recovered.has(cell)) response.setHeader('Access-Control-Allow-Origin', '*');
    answer({ response, endpoint, before });
  }

  function recover(request, response, { params: { cell } }) {
    const counts = { ...received[cell] };
    const { conditions } = CELLS[cell];
    const recovers = Object.values(conditions).every((name) => CONDITIONS[name].at !== 'nowhere');
    if (recovers) recovered.add(cell);
    json({ received: counts, recovers })(request, response);
  }

  const routes = {
    '/fees/:endpoint/:letter/:cell': fees,
    '/cell/:cell': (request, response, { params }) =>
      page(cellPage(CELLS[params.cell], otherOrigins))(request, response),
    '/recover/:cell': recover,
    '/login': page(HTML),
    '/pool': page(POOL_PAGE),
    '/ddb-debt-overview.js': script('../../dist/ddb-debt-overview.js'),
    ...Object.fromEntries(SCRIPTS.map((name) => [`/${name}.js`, script(`in-page/${name}.js`)])),
  };
  // Browsers repeat a request if a reused connection is reset.
  const headers = { Connection: 'close' };
  const servers = await Promise.all(
    Array.from({ length: slots + 1 }, () => serve(routes, { headers })),
  );
  const [elsewhere, ...own] = servers;
  otherOrigins.elsewhere = elsewhere.origin;
  return {
    origins: own.map(({ origin }) => origin),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}
