import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { assertNothingKept } from './assert-nothing-kept.js';
import { startEvil } from './evil.js';
import { openLibrary } from './library.js';

/**
 * A library's site in Chromium with somebody else's server beside it. Every host that is not this machine is somebody
 * else's. After each test nothing is kept, nothing of theirs has run, and the page has not failed.
 */
export function stage() {
  const on = {
    /** @type {import('./library.js').Library} */
    library: undefined,
    /** @type {import('./evil.js').Evil} */
    evil: undefined,
    /** @type {import('playwright-core').BrowserContext} */
    context: undefined,
    /** @type {import('playwright-core').Page} */
    page: undefined,
    /** What the console has said, and what has failed. @type {string[]} */
    heard: [],
    /** A payment may be under way when the test ends. */
    mayBeOpen: false,
    part: (name) => on.page.locator(`ddb-debt-overview [part~="${name}"]`),
    /** Opens the library's page, and has the list before it. */
    async open(path = '/') {
      await on.page.goto(on.library.origin + path);
      await on.part('debt').first().waitFor();
    },
    /** The tab forgets; from a page without an element, for that one would write it down again. */
    async forget() {
      await on.page.goto(`${on.library.origin}/blank`);
      await on.page.evaluate(() => sessionStorage.clear());
    },
    /** Runs in the page, with the element. */
    inElement: (script, given) =>
      on.page.evaluate(
        ([source, own]) =>
          new Function(`return (${source})`)()(document.querySelector('ddb-debt-overview'), own),
        [String(script), given],
      ),
    /** What of it says that something has failed. */
    failures: () => on.heard.filter((line) => line.startsWith('thrown: ')),
  };
  let browser;

  before(async () => {
    on.evil = await startEvil();
    const everywhere = `MAP * 127.0.0.1:${on.evil.port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`;
    browser = await openBrowser([`--host-resolver-rules=${everywhere}`]);
    on.library = await openLibrary();
  });

  after(async () => {
    await browser?.close();
    await on.library?.close();
    await on.evil?.close();
  });

  beforeEach(async () => {
    on.library.reset();
    on.evil.forget();
    on.mayBeOpen = false;
    on.heard = [];
    on.context = await browser.newContext({ locale: 'da-DK' });
    on.page = await on.context.newPage();
    on.page.setDefaultTimeout(10_000);
    on.page.on('console', (message) => on.heard.push(`${message.type()}: ${message.text()}`));
    on.page.on('pageerror', (error) => on.heard.push(`thrown: ${error.stack ?? error}`));
  });

  afterEach(async () => {
    try {
      assert.deepEqual(on.failures(), []);
      assert.equal(on.evil.connections, 0);
      const { origin } = on.library;
      await assertNothingKept(on.page, { origin, mayBeOpen: on.mayBeOpen });
    } finally {
      await on.context.close();
    }
  });
  return on;
}
