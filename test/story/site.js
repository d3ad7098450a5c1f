import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escaped } from '../../integrations/payment-host/host/answers.js';
import { bodyOf, json, page, serve } from '../serve.js';
import { ALL, TITLES } from './debts.js';

const here = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)));

const script = (path) => (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/javascript' });
  response.end(here(path));
};

/** Responds with an error status, and a Retry-After that prevents automatic retries. */
export const refuse = (status) => (_, response) => {
  const type = 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, 'Retry-After': '60' }).end('{}');
};

/** Sends headers, and never a body. */
export const hang = (_, response) => void response.writeHead(200).flushHeaders();

const titleOf = (faust) => {
  if (!TITLES[faust]) return null;
  const [title, creator, type, year] = TITLES[faust];
  return {
    titles: { full: [title] },
    creators: [{ display: creator }],
    materialTypes: [{ materialTypeSpecific: { display: type } }],
    edition: { publicationYear: { display: year } },
  };
};

/** The page's own words. */
const WORDS = {
  da: { title: 'Min side', home: 'Forside', login: 'Log ind', about: 'Om biblioteket' },
  en: { title: 'My page', home: 'Home', login: 'Log in', about: 'About the library' },
};

/** A library's page with a fixed clock. @param {SiteOptions} options */
const pageOf = ({ before = [], attributes, language }, words = WORDS[language]) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.title}</title>
<script src="/in-page/clock.js"></script>
${before.map((name) => `<script src="/in-page/${name}.js"></script>`).join('')}
<script src="/ddb-debt-overview.js"></script></head>
<body><header><a id="before" href="#before">${words.home}</a></header>
<main><ddb-debt-overview ${Object.entries(attributes)
  .filter(([, value]) => value !== undefined)
  .map(([name, value]) => `${name}="${escaped(value)}"`)
  .join(' ')}><a slot="login" href="/login">${words.login}</a></ddb-debt-overview></main>
<footer><a id="after" href="#after">${words.about}</a></footer></body></html>`;

/** The default attributes of the element. */
const ATTRIBUTES = {
  'fees-url': '/fees',
  'switch-date': '2026-10-01',
  'dibs-payment-url': '/pay',
  'oir-payment-url': 'https://betalingsoverblik.example/',
  'oir-payment-name': 'Mit Betalingsoverblik',
  'terms-url': '/betingelser',
  'rates-url': '/takster',
  'help-url': '/kontakt',
};

/**
 * The content and the responses of a library's site.
 * @typedef {object} SiteOptions
 * @property {Record<string, string | undefined>} attributes
 * @property {'da' | 'en'} language of the page
 * @property {string[]} before scripts of `in-page/` that run before the element's
 * @property {object[] | import('node:http').RequestListener} fees the debts of both systems
 * @property {object[] | import('node:http').RequestListener} dibs the debts of the old system only
 * @property {object[] | import('node:http').RequestListener} oir the debts of the new system only
 * @property {import('node:http').RequestListener | undefined} pay the response to the start of a payment; by default an order
 * @property {string} result the gateway's result; without one, the gateway's page stays open
 */

/** @returns {SiteOptions} */
const defaultOptions = () => ({
  attributes: ATTRIBUTES,
  language: 'da',
  before: [],
  fees: ALL,
  dibs: ALL.filter(({ payableByClient }) => payableByClient),
  oir: ALL.filter(({ payableByClient }) => !payableByClient),
  pay: undefined,
  result: '',
});

export async function openSite() {
  const site = {
    /** @type {SiteOptions} */
    options: defaultOptions(),
    origin: '',
    /** Changes some options. @param {Partial<SiteOptions>} change */
    set(change) {
      const { attributes = {} } = change;
      Object.assign(site.options, change, {
        attributes: { ...site.options.attributes, ...attributes },
      });
    },
    /** Resets the options for the next test. @param {Partial<SiteOptions>} change */
    reset(change) {
      site.options = defaultOptions();
      site.set(change);
    },
    close: () => server.close(),
  };
  let returnUrl = '';

  const answer = (name) => (request, response) => {
    const given = site.options[name];
    (typeof given === 'function' ? given : json(given))(request, response);
  };
  const server = await serve({
    '/': (...args) => page(pageOf(site.options))(...args),
    '/ddb-debt-overview.js': script('../../dist/ddb-debt-overview.js'),
    '/in-page/clock.js': script('in-page/clock.js'),
    '/in-page/listener.js': script('in-page/listener.js'),
    '/fees': answer('fees'),
    '/dibs': answer('dibs'),
    '/oir': answer('oir'),
    '/fbi': async (request, response) => {
      const { variables } = JSON.parse(await bodyOf(request));
      json({ data: { manifestations: variables.faust.map(titleOf) } })(request, response);
    },
    '/pay': async (request, response) => {
      ({ returnUrl } = JSON.parse(await bodyOf(request)));
      const order = json({ orderId: 'D-17', redirectUrl: `${site.origin}/gateway` });
      (site.options.pay ?? order)(request, response);
    },
    '/nothing': page('<!doctype html><title>Ingenting</title>'),
    // Redirects at once if there is a result.
    '/gateway': (request, response) => {
      const { result } = site.options;
      if (!result) return page('<!doctype html><title>Betaling</title>')(request, response);
      const back = new URL(returnUrl);
      back.searchParams.set('ddb-order', 'D-17');
      back.searchParams.set('ddb-result', result);
      response.writeHead(303, { Location: String(back) }).end();
    },
  });
  return Object.assign(site, { origin: server.origin });
}

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */
