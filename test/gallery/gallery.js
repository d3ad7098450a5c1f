/**
 * Serves every state of the widget as a page, for tests of all states, such as axe and screenshots.
 *
 *     import { openGallery, STATES } from '../gallery/gallery.js';
 *
 *     const gallery = await openGallery();
 *     for (const { name, title } of STATES) {
 *       await engine.open(gallery.urlOf(name, { language: 'en', theme: 'dpl', scheme: 'dark' })); // all optional
 *       await engine.evaluate(whenReady);
 *       …
 *     }
 *     await gallery.close();
 *
 * A page is complete when `<html>` has `data-ready`: debts, titles, covers and fonts are loaded, and all steps of the state
 * are done. To wait for it in any engine:
 *
 *     const whenReady = () => new Promise((resolve) => {
 *       const root = document.documentElement;
 *       const look = () => 'ready' in root.dataset && resolve();
 *       new MutationObserver(look).observe(root, { attributes: true });
 *       look();
 *     });
 *
 * Until then, `data-waits-for` says what it waits for. The clock of a page stands at `NOW`, and timers of a second or longer
 * never fire, so set your own timeouts outside the page. Each page clears the tab's session storage. Two pages at the same
 * time need separate browser contexts, because tabs of one site share their payments.
 *
 * The gallery serves `dist/` (or the folder in WIDGET_FOLDER), and `themes/`. Arabic is in
 * `dist/ddb-debt-overview.intl.js`.
 */
import { fileURLToPath } from 'node:url';
import { file, files, notFound, page, send, serve } from '../serve.js';
import { sendFees, sendStart, sendTitles } from './answers.js';
import { fontFaces, fontFile } from './fonts.js';
import { pageOf } from './page.js';
import { NOW, states } from './states.js';

export { NOW };

/** All states, in the order in which a patron could see them. */
export const STATES = states.map(({ name, title }) => ({ name, title }));

const stateOf = (name) => states.find((state) => state.name === name);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The gateway's order number. Each page has one order. */
const orderIdOf = ({ orderId = 'FJORD-1001' }) => orderId;

/** Files do not change while the gallery is open, and hundreds of pages request the same ones. */
const CACHED = { 'Cache-Control': 'max-age=3600' };

/** Each visit of a page has its own endpoints. They return their responses in order, and then repeat the last one. */
function responsesByVisit() {
  const counts = new Map();
  return (key, answers) => {
    const list = [answers].flat();
    const times = counts.get(key) ?? 0;
    counts.set(key, times + 1);
    return list[Math.min(times, list.length - 1)];
  };
}

/** @param {{ widget?: string }} options `widget`: a folder with another build of the widget, to compare builds */
export async function openGallery({ widget = process.env.WIDGET_FOLDER } = {}) {
  let visit = 0;
  const next = responsesByVisit();

  /** A handler for a path that contains the name of a state. */
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
