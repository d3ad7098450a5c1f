import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escaped } from '../host/answers.js';
import { bodyOf, json, page, serve } from '../serve.js';
import { ALL, TITLES } from './debts.js';

const here = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)));

const script = (path) => (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/javascript' });
  response.end(here(path));
};

/** Answers without an answer in it: by its status, and so that it is not tried again by itself. */
export const refuse = (status) => (_, response) => {
  const type = 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, 'Retry-After': '60' }).end('{}');
};

/** Never answers. */
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

/** The page of a library whose clock stands still. @param {Scene} scene */
const pageOf = ({ before = [], attributes }) => `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Min side</title>
<script src="/in-page/clock.js"></script>
${before.map((name) => `<script src="/in-page/${name}.js"></script>`).join('')}
<script src="/ddb-debt-overview.js"></script></head>
<body><header><a id="before" href="#before">Forside</a></header>
<main><ddb-debt-overview ${Object.entries(attributes)
  .filter(([, value]) => value !== undefined)
  .map(([name, value]) => `${name}="${escaped(value)}"`)
  .join(' ')}><a slot="login" href="/login">Log ind</a></ddb-debt-overview></main>
<footer><a id="after" href="#after">Om biblioteket</a></footer></body></html>`;

/** What the element is told where a story says nothing else. */
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
 * A library's site: what it shows, and how it answers.
 * @typedef {object} Scene
 * @property {Record<string, string | undefined>} attributes
 * @property {string[]} before scripts of `in-page/` that run before the element's
 * @property {object[] | import('node:http').RequestListener} fees both systems' debts
 * @property {object[] | import('node:http').RequestListener} dibs the old system's alone
 * @property {object[] | import('node:http').RequestListener} oir the new system's alone
 * @property {import('node:http').RequestListener | undefined} pay how a start is answered; else by an order
 * @property {string} result what the gateway says; else it is a page on which nothing happens
 */

/** @returns {Scene} */
const usual = () => ({
  attributes: ATTRIBUTES,
  before: [],
  fees: ALL,
  dibs: ALL.filter(({ payableByClient }) => payableByClient),
  oir: ALL.filter(({ payableByClient }) => !payableByClient),
  pay: undefined,
  result: '',
});

export async function openSite() {
  const site = {
    /** @type {Scene} */
    scene: usual(),
    origin: '',
    /** What is other than usual from now on. @param {Partial<Scene>} change */
    set(change) {
      const { attributes = {} } = change;
      Object.assign(site.scene, change, {
        attributes: { ...site.scene.attributes, ...attributes },
      });
    },
    /** Another story begins. @param {Partial<Scene>} change */
    begin(change) {
      site.scene = usual();
      site.set(change);
    },
    close: () => server.close(),
  };
  let returnUrl = '';

  const answer = (name) => (request, response) => {
    const given = site.scene[name];
    (typeof given === 'function' ? given : json(given))(request, response);
  };
  const server = await serve({
    '/': (...way) => page(pageOf(site.scene))(...way),
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
      (site.scene.pay ?? order)(request, response);
    },
    '/nothing': page('<!doctype html><title>Ingenting</title>'),
    // Where there is a result, it is at once.
    '/gateway': (request, response) => {
      const { result } = site.scene;
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
