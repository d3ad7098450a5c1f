import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bodyOf, serve } from '../serve.js';
import { answer, ANYBODY } from './answers.js';
import { withOrigins } from './host-page.js';
import { Ledger } from './ledger.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OURS = readFileSync(here('../../dist/ddb-debt-overview.js'), 'utf8');
const { version } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
/** The same file as another version. */
const OTHER = OURS.replace(`"${version}"`, '"99.0.0"');

const script = (code) => answer('text/javascript', code);

/** The scripts that are served: ours, those that look at pages and spoil them, and `more`, by path. */
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
  let hear = () => undefined;
  const site = {
    origin: '',
    /** Another origin: the gateway's, or anybody's. */
    elsewhere: '',
    /** What the expected pages have asked for. @type {{ origin: string, path: string, headers: object, body: string }[]} */
    asked: [],
    /** What pages have told. @type {object[]} */
    reports: [],
    /** Other pages come now; what an earlier one still does is not their doing. */
    expect(...paths) {
      expected = ['/', ...paths];
      site.asked.length = site.reports.length = 0;
      ledger.clear();
    },
    /** The next that a page tells. */
    async report(path) {
      for (;;) {
        const at = site.reports.findIndex((report) => report.path === path);
        if (at >= 0) return site.reports.splice(at, 1)[0];
        await new Promise((resolve) => (hear = resolve));
      }
    },
    async close() {
      await own.close();
      await other.close();
    },
  };

  // To another origin browsers name the page's origin only, or nothing.
  const isExpected = ({ referer }) => !referer || expected.includes(new URL(referer).pathname);
  const noted = (route) => async (request, response) => {
    const body = await bodyOf(request);
    const { url: path, headers, method } = request;
    if (method === 'OPTIONS') return void answer('text/plain', '')(request, response);
    if (isExpected(headers)) {
      site.asked.push({ origin: `http://${headers.host}`, path, headers, body });
    }
    route(request, response, body);
  };

  const routes = {
    ...scriptsAt(scripts),
    '/fees': noted(ledger.fees),
    '/deep/fees': noted(ledger.fees),
    '/pay': noted((...asked) => ledger.pay(`${site.elsewhere}/gateway`, ...asked)),
    '/submitted': noted(answer('text/plain', '')),
    '/favicon.ico': answer('image/x-icon', ''),
    '/report': async (request, response) => {
      site.reports.push(JSON.parse(await bodyOf(request)));
      response.writeHead(204, ANYBODY).end();
      hear();
    },
  };
  for (const [path, { type = 'text/html', policy, html }] of Object.entries(documents)) {
    routes[path] = (request, response) => {
      const headers = policy && { 'Content-Security-Policy': policy };
      answer(`${type}; charset=utf-8`, withOrigins(html, site), headers)(request, response);
    };
  }
  const own = await serve(routes);
  const other = await serve({ '/fees': noted(ledger.fees), '/gateway': noted(ledger.gateway) });
  site.origin = own.origin;
  site.elsewhere = other.origin;
  return site;
}
