/**
 * Every state of the widget as a page of its own, for whoever looks at all of them: axe, screenshots.
 *
 *     import { openGallery, STATES } from '../gallery/gallery.js';
 *
 *     const gallery = await openGallery();
 *     for (const { name, title } of STATES) {
 *       await engine.open(gallery.urlOf(name, { language: 'en', theme: 'dpl', scheme: 'dark' })); // each may be left out
 *       await engine.evaluate(whenReady);
 *       …
 *     }
 *     await gallery.close();
 *
 * A page is complete (list or failure, titles, covers, fonts; what was to be pressed is pressed, what is to be said of a
 * payment is said) when `<html>` has `data-ready`. In one engine or another:
 *
 *     const whenReady = () => new Promise((resolve) => {
 *       const root = document.documentElement;
 *       const look = () => 'ready' in root.dataset && resolve();
 *       new MutationObserver(look).observe(root, { attributes: true });
 *       look();
 *     });
 *
 * While it is not, `data-waits-for` says what it waits for. The clock of a page stands at `NOW`; what would wait for a
 * second or longer waits for ever: a time-out of your own is set outside the page. Each page forgets the tab's earlier
 * ones; two pages at once need a browser context each, because tabs of one site tell each other of payments.
 *
 * Reads `dist/` (or the folder that WIDGET_FOLDER names), and `themes/` where a theme is asked for. Arabic is in
 * `dist/ddb-debt-overview.intl.js`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:http';
import { sendFees, sendFile, sendStart, sendTitles } from './answers.js';
import { fontFaces, fontFile } from './fonts.js';
import { pageOf } from './page.js';
import { NOW, states } from './states.js';

export { NOW };

/** All states, in the order in which a patron could meet them. */
export const STATES = states.map(({ name, title }) => ({ name, title }));

const stateOf = (name) => states.find((state) => state.name === name);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const inPage = (name) => path(`./in-page/${name}`);

/** The gateway's order number: there is one order in each page. */
const orderIdOf = ({ orderId = 'FJORD-1001' }) => orderId;

const FILES = [
  [
    /^\/dist\/(ddb-debt-overview(\.intl)?\.js)$/,
    (name) => path(`../../dist/${name}`),
    'text/javascript',
  ],
  [/^\/themes\/([a-z-]+\.css)$/, (name) => path(`../../themes/${name}`), 'text/css'],
  [/^\/covers\/(\d+\.svg)$/, (name) => path(`../../demo/covers/${name}`), 'image/svg+xml'],
  [/^\/fonts\/([a-z0-9-]+\.woff2)$/, fontFile, 'font/woff2'],
  [/^\/gallery\/(reach\.js)$/, inPage, 'text/javascript'],
  [/^\/gallery\/(page\.css)$/, inPage, 'text/css'],
];

/** Each visit of a page has endpoints of its own, which answer one thing after another. */
function visits() {
  const asked = new Map();
  return (key, answers) => {
    const list = [answers].flat();
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    return list[Math.min(times, list.length - 1)];
  };
}

/** @param {{ widget?: string }} instead a folder with other files of the widget's name: to see what a change does */
export async function openGallery({ widget = process.env.WIDGET_FOLDER } = {}) {
  let visit = 0;
  let origin;
  const next = visits();

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [, place, name, ...rest] = pathname.split('/');
    const state = stateOf(name);
    if (place === 'states' && state) {
      const how = { language: 'da', scheme: 'light', ...Object.fromEntries(searchParams) };
      const page = pageOf(state, { ...how, visit: ++visit, orderId: orderIdOf(state) });
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
      return void response.writeHead(200, headers).end(page);
    }
    if (place === 'fees' && state) {
      return sendFees(response, next(pathname, state.answers[rest[1]]));
    }
    if (place === 'payment' && state) {
      return void sendStart(
        request,
        response,
        next(pathname, state.starts ?? 'ok'),
        orderIdOf(state),
      );
    }
    if (pathname === '/fbi') return void sendTitles(request, response, origin);
    if (pathname === '/gallery/fonts.css') {
      return void response.writeHead(200, { 'Content-Type': 'text/css' }).end(fontFaces);
    }
    for (const [pattern, fileOf, type] of FILES) {
      const [, found] = pathname.match(pattern) ?? [];
      if (!found) continue;
      const file = place === 'dist' && widget ? `${widget}/${found}` : fileOf(found);
      if (file && existsSync(file)) return sendFile(response, file, type);
    }
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  origin = `http://127.0.0.1:${server.address().port}`;

  return {
    origin,
    /**
     * @param {string} name of a state
     * @param {{ language?: 'da' | 'en' | 'ar', theme?: 'dpl' | 'ddbasic', scheme?: 'light' | 'dark' }} [how]
     */
    urlOf(name, how = {}) {
      if (!stateOf(name)) throw new Error(`There is no state "${name}".`);
      const given = Object.entries(how).filter(([, value]) => value);
      return `${origin}/states/${name}?${new URLSearchParams(given)}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
