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
import { fileURLToPath } from 'node:url';
import { file, files, notFound, page, send, serve } from '../serve.js';
import { sendFees, sendStart, sendTitles } from './answers.js';
import { fontFaces, fontFile } from './fonts.js';
import { pageOf } from './page.js';
import { NOW, states } from './states.js';

export { NOW };

/** All states, in the order in which a patron could meet them. */
export const STATES = states.map(({ name, title }) => ({ name, title }));

const stateOf = (name) => states.find((state) => state.name === name);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The gateway's order number: there is one order in each page. */
const orderIdOf = ({ orderId = 'FJORD-1001' }) => orderId;

/** A file stays as it is while the gallery is open: hundreds of pages ask for the same ones. */
const CACHED = { 'Cache-Control': 'max-age=3600' };

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
  const next = visits();

  /** A handler of a path with the name of a state in it. */
  const ofState = (answer) => (request, response, found) => {
    const state = stateOf(found.params.name);
    return (state ? answer : notFound)(request, response, { ...found, state });
  };

  const routes = {
    '/states/:name': ofState((request, response, { state, url: { searchParams } }) => {
      const how = { language: 'da', scheme: 'light', ...Object.fromEntries(searchParams) };
      const html = pageOf(state, { ...how, visit: ++visit, orderId: orderIdOf(state) });
      response.setHeader('Cache-Control', 'no-store');
      page(html)(request, response);
    }),
    '/fees/:name/:visit/:endpoint': ofState((_, response, { state, url, params }) =>
      sendFees(response, next(url.pathname, state.answers[params.endpoint])),
    ),
    '/payment/:name/:visit': ofState((request, response, { state, url }) =>
      sendStart(request, response, next(url.pathname, state.starts ?? 'ok'), orderIdOf(state)),
    ),
    '/fbi': (request, response) => sendTitles(request, response, server.origin),
    '/gallery/fonts.css': send('text/css', fontFaces),
    '/gallery/:file': files(path('./in-page'), '/gallery/', CACHED),
    '/dist/:file': files(widget || path('../../dist'), '/dist/', CACHED),
    '/themes/:file': files(path('../../themes'), '/themes/', CACHED),
    '/covers/:file': files(path('../../demo/covers'), '/covers/', CACHED),
    '/fonts/:file': (request, response, { params }) =>
      file(fontFile(params.file) ?? '', CACHED)(request, response),
  };
  const server = await serve(routes);

  return {
    origin: server.origin,
    /**
     * @param {string} name of a state
     * @param {{ language?: 'da' | 'en' | 'ar', theme?: 'dpl' | 'ddbasic', scheme?: 'light' | 'dark' }} [how]
     */
    urlOf(name, how = {}) {
      if (!stateOf(name)) throw new Error(`There is no state "${name}".`);
      const given = Object.entries(how).filter(([, value]) => value);
      return `${server.origin}/states/${name}?${new URLSearchParams(given)}`;
    },
    close: server.close,
  };
}
