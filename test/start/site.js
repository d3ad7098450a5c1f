import { fileURLToPath } from 'node:url';
import { page, send, serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** A policy without inline scripts and other origins. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'";

const fee = (feeId, reasonMessage) => ({
  feeId,
  reasonMessage,
  type: 'fee',
  amount: 20,
  dueDate: '2026-01-15',
  creationDate: '2025-12-01',
  payableByClient: true,
  materials: [],
});

const script = (path) => `<script type="module" src="${path}"></script>`;

/** How a page can load the scripts. */
const START = script('/ddb-debt-overview.start.js');
const MAIN = script('/main.js');
const ATTRIBUTES = 'fees-url="/fees" switch-date="2026-01-01" lang="da"';

/**
 * A site that can delay the element's script until a number of requests for debts have arrived. It records these
 * requests; the debts in a response contain the token of the request.
 */
export async function openSite() {
  let pages = 0;
  const requests = [];
  const routes = {};
  let free;
  let gone;
  const answerOf = (headers) => {
    const patron = headers.authorization ?? headers.cookie ?? 'nobody';
    return patron.includes('refused') ? 401 : [fee(1, `Gebyr for ${patron}`)];
  };
  for (const path of ['/fees', '/dibs', '/oir']) {
    routes[path] = ({ headers }, response) => {
      requests.push({ path, headers });
      const answer = answerOf(headers);
      response.writeHead(answer === 401 ? 401 : 200, {
        'Content-Type': 'application/json',
        // A list of debts must not be cached, whatever the library system sends.
        'Cache-Control': 'max-age=600',
      });
      response.end(JSON.stringify(answer));
      if (requests.length >= gone) free();
    };
  }
  routes['/moved'] = (_, response) => response.writeHead(302, { Location: '/fees' }).end();
  const server = await serve(routes, { folder: DIST });
  return {
    requests,
    /**
     * Makes a page, and answers its address.
     * @param {{ own?: string, scripts?: (own: string) => string, attributes?: string, tags?: number, late?: string, json?: string, after?: number }} how
     *   `own` and `late`: the page's own scripts, before all others and where they are put; `after`: so many requests for debts
     *   `late` and the element's script wait for; `json`: the element's own configuration
     */
    page(how = {}) {
      const { own = '', attributes = ATTRIBUTES, tags = 1, after = 0, late = '', json = '' } = how;
      const { scripts = (first) => first + START + MAIN } = how;
      const path = `/page-${++pages}`;
      requests.length = 0;
      gone = after;
      const held = new Promise((resolve) => (free = resolve));
      if (!after) free();
      for (const [name, code] of Object.entries({ own, late })) {
        routes[`/${name}.js`] = async (...exchange) => {
          if (name === 'late') await held;
          send('text/javascript', code)(...exchange);
        };
      }
      routes['/main.js'] = async (_, response) => {
        await held;
        response.writeHead(302, { Location: '/ddb-debt-overview.js' }).end();
      };
      const child = json && `<script type="application/json">${json}</script>`;
      const tag = `<ddb-debt-overview ${attributes}>${child}</ddb-debt-overview>`;
      const first = own ? script('/own.js') : '';
      const html = `<!doctype html><html lang="da"><title>start</title>${scripts(first)}${tag.repeat(tags)}`;
      routes[path] = page(html, POLICY);
      return server.origin + path;
    },
    close: server.close,
  };
}

export { MAIN, START };
