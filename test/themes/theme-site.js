import { fileURLToPath } from 'node:url';
import { json, page, serve } from '../pages/server.js';
import { STATES, tagOf } from './states.js';

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The pages a theme is for: how a page of that CMS looks around the widget.
 * @type {Record<string, { theme?: string, css: string, html?: string }>}
 */
export const LOOKS = {
  light: { css: 'body { background: #fff; color: #1d1d1b }' },
  dark: { css: ':root { color-scheme: dark } body { background: #121212; color: #f2f2f2 }' },
  // color-scheme alone: the browser's own dark page.
  'dark of the browser': { css: ':root { color-scheme: dark }' },
  dpl: { theme: 'dpl', css: 'body { background: #f6f5f0; color: #000; line-height: 1.5 }' },
  ddbasic: { theme: 'ddbasic', css: 'body { background: #fff; color: #474747; font-size: 14px }' },
  'ddbasic in high contrast': {
    theme: 'ddbasic',
    css: '.a11y-contrast, .a11y-contrast * { color: #fffff1 !important; background-color: #262626 !important }',
    html: 'class="a11y-contrast"',
  },
};

const TITLES = {
  48724101: {
    title: 'Tættere end man tror',
    creators: ['Ditte Vinter'],
    year: '2019',
    type: 'Bog',
  },
};

/** Resolves when every element of the page has been answered, or refused, by all its endpoints. */
const READY = `window.ready = new Promise((resolve) => {
  const all = [...document.getElementsByTagName('ddb-debt-overview')];
  const isRead = ({ overview }) => overview.systems.every(({ state }) => state !== 'loading');
  const look = () => all.every(isRead) && Promise.all(all.map((one) => one.updateComplete)).then(resolve);
  for (const name of ['load', 'error', 'auth']) addEventListener('ddb-debt-' + name, look);
});`;

/** A whole page with some elements in it. */
export const wholePage = (
  body,
  { theme = '', css = '', html = '', lang = 'da', file = 'ddb-debt-overview' } = {},
) =>
  `<!doctype html><html lang="${lang}" ${html}><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Mellemværender</title>
  ${theme && `<link rel="stylesheet" href="/themes/${theme}.css">`}
  <style>body { font-family: sans-serif; margin: 1rem } ${css}</style></head>
  <body>${body}<script>${READY}</script>
  <script src="/dist/${file}.js"></script></body></html>`;

/** `?state=…&look=…` is a page; its fees, its payment, and a gateway that says at once that it was paid. */
export async function themeSite(pages = {}) {
  let orders = 0;
  const paid = new Set();
  const read = (request) =>
    Object.fromEntries(new URL(request.url, 'http://localhost').searchParams);
  const routes = {
    '/': (request, response) => {
      const { state = 'both', look = 'light', lang, above = 0 } = read(request);
      const own = `<script>document.querySelector('ddb-debt-overview').materialResolver =
        async () => new Map(Object.entries(${JSON.stringify(TITLES)}));</script>`;
      const body =
        `<div style="block-size: ${Number(above)}px"></div>` +
        tagOf(state) +
        (state === 'titles' ? own : '');
      page(wholePage(body, { ...LOOKS[look], ...(lang && { lang }) }))(request, response);
    },
    '/fees': (request, response) => {
      const { state } = read(request);
      json(paid.delete(state) ? [] : (STATES[state].fees?.() ?? STATES.both.fees()))(
        request,
        response,
      );
    },
    '/pay': (request, response) => {
      const { state } = read(request);
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        paid.add(state);
        const { returnUrl } = JSON.parse(Buffer.concat(parts).toString());
        const orderId = `O-${++orders}`;
        const back = new URL(returnUrl);
        back.searchParams.set('ddb-order', orderId);
        back.searchParams.set('ddb-result', 'accepted');
        json({ orderId, redirectUrl: back.href })(request, response);
      });
    },
    '/login-first': (_, response) => void response.writeHead(401).end(),
    ...pages,
  };
  return serve(routes, { folder: FOLDER });
}
