import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { assertNothingStored } from './assert-nothing-stored.js';
import { startAttacker } from './attacker.js';
import { openLibrary } from './library.js';

/** What the browser itself asks, for updates and accounts. No test names these hosts. */
const BROWSERS_OWN_HOSTS = ['*.google.com', '*.googleapis.com'];

/** All host names resolve to the attacker's server, so that it counts each connection that the page causes. */
const resolverRulesOf = (port) =>
  [
    ...BROWSERS_OWN_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${port}`,
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ].join(', ');

/**
 * Opens a library's site in Chromium, and an attacker's server, to which all other host names resolve. After each test,
 * nothing must be stored, the attacker's server must have no connections, and the page no errors.
 */
export function openFixture() {
  const on = {
    /** @type {import('./library.js').Library} */
    library: undefined,
    /** @type {import('./attacker.js').Attacker} */
    attacker: undefined,
    /** @type {import('playwright-core').BrowserContext} */
    context: undefined,
    /** @type {import('playwright-core').Page} */
    page: undefined,
    /** The console messages and errors. @type {string[]} */
    messages: [],
    /** Whether a payment may be in progress when the test ends. */
    allowsOpenPayment: false,
    part: (name) => on.page.locator(`ddb-debt-overview [part~="${name}"]`),
    /** Opens the library's page, and waits for the list. */
    async open(path = '/') {
      await on.page.goto(on.library.origin + path);
      await on.part('debt').first().waitFor();
    },
    /** Clears the session storage, on a page without an element that would write to it. */
    async clear() {
      await on.page.goto(`${on.library.origin}/blank`);
      await on.page.evaluate(() => sessionStorage.clear());
    },
    /** Runs a function in the page with the element. */
    inElement: (script, given) =>
      on.page.evaluate(
        ([source, own]) =>
          new Function(`return (${source})`)()(document.querySelector('ddb-debt-overview'), own),
        [String(script), given],
      ),
    /** The errors of the page. */
    failures: () => on.messages.filter((line) => line.startsWith('thrown: ')),
  };
  let browser;

  before(async () => {
    on.attacker = await startAttacker();
    browser = await openBrowser([`--host-resolver-rules=${resolverRulesOf(on.attacker.port)}`]);
    on.library = await openLibrary();
  });

  after(async () => {
    await browser?.close();
    await on.library?.close();
    await on.attacker?.close();
  });

  beforeEach(async () => {
    on.library.reset();
    on.attacker.clear();
    on.allowsOpenPayment = false;
    on.messages = [];
    on.context = await browser.newContext({ locale: 'da-DK' });
    on.page = await on.context.newPage();
    on.page.setDefaultTimeout(10_000);
    on.page.on('console', (message) => on.messages.push(`${message.type()}: ${message.text()}`));
    on.page.on('pageerror', (error) => on.messages.push(`thrown: ${error.stack ?? error}`));
  });

  afterEach(async () => {
    try {
      assert.deepEqual(on.failures(), []);
      assert.equal(on.attacker.connections, 0);
      const { origin } = on.library;
      await assertNothingStored(on.page, { origin, allowsOpenPayment: on.allowsOpenPayment });
    } finally {
      await on.context.close();
    }
  });
  return on;
}
