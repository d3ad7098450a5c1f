import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { page } from '../pages/server.js';
import { faultsOfLayout } from './in-page/layout.js';
import { tagOf } from './states.js';
import { themeSite, wholePage } from './theme-site.js';

const COLUMNS = [280, 320, 390, 480, 600, 768, 1000, 1200];

/** What may stand in a column. */
const WORDS = { Danish: ['both', 'da'], English: ['both', 'en'], 'long words': ['long', 'da'] };

const widget = (is, [state, lang], beside = true) =>
  tagOf(state, { lang, 'data-is': is, ...(beside && { 'data-beside': 'yes' }) });

const columns = Object.entries(WORDS).flatMap(([words, what]) =>
  COLUMNS.map(
    (width) =>
      `<div style="inline-size: ${width}px">${widget(`${width} px, ${words}`, what)}</div>`,
  ),
);

/** Where a page may have put it: each makes its own mind up of how wide it is. */
const PLACES = {
  'a flex item beside a menu': '<div style="display: flex"><nav>Menu</nav>$</div>',
  'a growing flex item':
    '<div style="display: flex"><nav>Menu</nav><main style="flex: 1">$</main></div>',
  'a flex column': '<div style="display: flex; flex-direction: column; align-items: start">$</div>',
  'a grid cell':
    '<div style="display: grid; grid-template-columns: 200px 1fr"><nav>Menu</nav>$</div>',
  'a grid cell as wide as its content':
    '<div style="display: grid; grid-template-columns: auto auto; justify-content: start"><nav>Menu</nav>$</div>',
  'a float': '<div style="float: left">$</div><hr style="clear: both">',
  'fit-content': '<div style="inline-size: fit-content">$</div>',
  'a table cell': '<table><tr><td>Menu</td><td>$</td></tr></table>',
};

const places = Object.entries(PLACES).map(([place, html]) =>
  html.replace('$', widget(place, WORDS['long words'], false)),
);

const sizes = [12, 24].flatMap((size) =>
  [320, 600, 1200].map(
    (width) => `<div style="font-size: ${size}px; inline-size: ${width}px">
      ${widget(`${width} px, letters of ${size} px`, WORDS['long words'], size < 24 || width > 320)}</div>`,
  ),
);

// As wide as the widest column, so that it is never the window that decides.
const css = 'body { margin: 0; line-height: 1.5; --ddb-debt-reserve: 0 }';
// The narrowest is too narrow for a word of 23 letters, and WebKit parts no Latin word among Arabic ones.
const arabic = ['both', 'long'].flatMap((state) =>
  COLUMNS.filter((width) => state === 'both' || width > 280).map(
    (width) =>
      `<div style="inline-size: ${width}px">${widget(`${width} px, ${state}`, [state, 'ar'], state === 'both')}</div>`,
  ),
);

const PAGES = { '/columns': columns, '/places': places, '/sizes': sizes };
/**
 * The tests of how the widget lies, in one engine. Each has a file of its own: the fonts that Chromium is given are not
 * for the others.
 */
export function layoutIn(name) {
  let site;
  let engine;

  before(async () => {
    const routes = ['', 'dpl', 'ddbasic'].flatMap((theme) =>
      Object.entries(PAGES).map(([path, widgets]) => [
        theme ? `${path}/${theme}` : path,
        page(wholePage(widgets.join('\n'), { theme, css })),
      ]),
    );
    const file = 'ddb-debt-overview.intl';
    site = await themeSite({
      ...Object.fromEntries(routes),
      '/arabic': page(wholePage(arabic.join('\n'), { css, file })),
    });
    engine = await ENGINES[name]();
    await engine.resize(1280, 800);
  });

  after(async () => {
    await engine?.close();
    await site?.close();
  });

  const faultsOn = async (path) => {
    await engine.open(site.origin + path);
    await engine.evaluate(() => window.ready.then(() => true));
    return engine.evaluate(faultsOfLayout, 0.5);
  };

  test(`${name}: in columns of 280 to 1200 px, in Danish, in English and with long words`, async () => {
    assert.deepEqual(await faultsOn('/columns'), []);
  });

  test(`${name}: in flex, grid, float, fit-content and a table`, async () => {
    assert.deepEqual(await faultsOn('/places'), []);
  });

  test(`${name}: with letters of 12 and of 24 px`, async () => {
    assert.deepEqual(await faultsOn('/sizes'), []);
  });

  test(`${name}: from right to left`, async () => {
    assert.deepEqual(await faultsOn('/arabic'), []);
  });

  test(`${name}: with the themes`, async () => {
    for (const theme of ['dpl', 'ddbasic']) {
      assert.deepEqual(await faultsOn(`/columns/${theme}`), [], theme);
    }
  });
}
