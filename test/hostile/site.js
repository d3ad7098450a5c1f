import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bodyOf, serve } from '../serve.js';
import { answer, ANYBODY } from './answers.js';
import { withOrigins } from './library-page.js';
import { Ledger } from './ledger.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OURS = readFileSync(here('../../dist/ddb-debt-overview.js'), 'utf8');
const { version } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
/** The same file with another version number. */
const OTHER = OURS.replace(`"${version}"`, '"99.0.0"');

const script = (code) => answer('text/javascript', code);

/** The scripts to serve, by path: the widget, those of in-page/, and `more`. */
function scriptsAt(more) {
  const routes = {
    '/ddb-debt-overview.js': script(OURS),
    '/other-version.js': script(OTHER),
  };
  for (const name of readdirSync(here('in-page'))) {
    routes[`/in-page/${name}`] = script(readFileSync(here(`in-page/${name}`)));
  }
  for (const [path, code] of Object.entries(more)) routes[path] = script(code);
  return routes;
}

/**
 * A library's site with the widget on it, and its gateway on another origin, for one patron at a time.
 * @param {Record<string, { type?: string, policy?: string, html: string }>} documents by path
 * @param {Record<string, string>} scripts by path
 */
export async function openSite(documents, scripts) {
  const ledger = new Ledger();
  let expected = [];
  let notify = () => undefined;
  const site = {
    origin: '',
    /** Another origin, for the gateway and for other sites. */
    elsewhere: '',
    /** The requests of the expected pages. @type {{ origin: string, path: string, headers: object, body: string }[]} */
    requests: [],
    /** The reports of the pages. @type {object[]} */
    reports: [],
    /** Starts a test with these pages. Later requests of earlier pages are ignored. */
    expect(...paths) {
      expected = ['/', ...paths];
      site.requests.length = site.reports.length = 0;
      ledger.clear();
    },
    /** The next report of a page. */
    async report(path) {
      for (;;) {
        const at = site.reports.findIndex((report) => report.path === path);
        if (at >= 0) return site.reports.splice(at, 1)[0];
        await new Promise((resolve) => (notify = resolve));
      }
    },
    async close() {
      await own.close();
      await other.close();
    },
  };

  // To another origin, browsers send only the page's origin as referrer, or none.
  const isExpected = ({ referer }) => !referer || expected.includes(new URL(referer).pathname);
  const recorded = (route) => async (request, response) => {
    const body = await bodyOf(request);
    const { url: path, headers, method } = request;
    if (method === 'OPTIONS') return void answer('text/plain', '')(request, response);
    if (isExpected(headers)) {
      site.requests.push({ origin: `http://${headers.host}`, path, headers, body });
    }
    route(request, response, body);
  };

  const routes = {
    ...scriptsAt(scripts),
    '/fees': recorded(ledger.fees),
    '/deep/fees': recorded(ledger.fees),
    '/pay': recorded((...args) => ledger.pay(`${site.elsewhere}/gateway`, ...args)),
    '/submitted': recorded(answer('text/plain', '')),
    '/favicon.ico': answer('image/x-icon', ''),
    '/report': async (request, response) => {
      site.reports.push(JSON.parse(await bodyOf(request)));
      response.writeHead(204, ANYBODY).end();
      notify();
    },
  };
  for (const [path, { type = 'text/html', policy, html }] of Object.entries(documents)) {
    routes[path] = (request, response) => {
      const headers = policy && { 'Content-Security-Policy': policy };
      answer(`${type}; charset=utf-8`, withOrigins(html, site), headers)(request, response);
    };
  }
  const own = await serve(routes);
  const other = await serve({
    '/fees': recorded(ledger.fees),
    '/gateway': recorded(ledger.gateway),
  });
  site.origin = own.origin;
  site.elsewhere = other.origin;
  return site;
}
