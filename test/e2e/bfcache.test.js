import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { firefox } from '../browsers/others.js';
import { assertFair } from '../host/assert-fair.js';
import { startHost } from '../host/host.js';

/**
 * Back and Forward where the browser brings pages back alive, as they were left. The Chromium of the other tests cannot
 * do that (headless), Firefox can. Where it is missing, that is an error.
 */
describe('Back and Forward from the cache', () => {
  let browser;
  /** @type {import('../host/host.js').Host} */
  let host;
  let page;

  before(async () => {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox() });
  });

  after(() => browser?.close());

  beforeEach(async () => {
    host = await startHost();
    host.library.guard = 'naive';
    host.library.statuses = false;
    const context = await browser.createBrowserContext();
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
  });

  afterEach(async () => {
    await page.browserContext().close();
    await host.close();
    assertFair(host);
  });

  const part = (name) => page.waitForSelector(`>>> [part~="${name}"]`, { visible: true });

  async function press(selector) {
    const button = await page.waitForSelector(selector, { visible: true });
    // The page may be gone before the click is answered.
    await button.click().catch(() => undefined);
  }

  const pressPart = (name) => press(`>>> [part~="${name}"]`);

  /** Waits until the tab is at an address. A page that comes back from the cache is not loaded, so nobody says so. */
  async function arriveAt(origin) {
    for (let look = 0; look < 400; look++) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href.startsWith(origin)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.fail(`not at ${origin}`);
  }

  const goTo = async (direction, origin) => {
    await page.evaluate((way) => void setTimeout(() => history[way](), 0), direction);
    await arriveAt(origin);
  };

  /** The library's page is the very one that was left. */
  const mark = () => page.evaluate(() => void (window.wasHere = true));
  const isMarked = () => page.evaluate(() => window.wasHere === true);

  for (const by of ['dibs', 'easy']) {
    for (const [name, headers, kept] of [
      ['kept', {}, true],
      ['not kept', { 'Cache-Control': 'no-store' }, false],
    ]) {
      test(`by ${by}, the page is ${name}: one order, gone on with`, async () => {
        host.library.gateway = by;
        host.library.headers = headers;
        await page.goto(host.origin);
        await part('choice');
        await mark();
        await pressPart('pay-all');
        await arriveAt(`${host.gatewayOrigin}/payment/`);

        await goTo('back', host.origin);
        await part('payment-open');
        assert.equal(await isMarked(), kept);
        assert.equal(await page.$('>>> [part~="pay-all"]'), null);

        await goTo('forward', host.gatewayOrigin);
        await goTo('back', host.origin);
        await part('payment-open');
        await pressPart('continue-button');
        await arriveAt(`${host.gatewayOrigin}/payment/`);
        await press('button[value="pay"]');
        await arriveAt(host.origin);
        await part('receipt');

        assert.equal(new Set(host.library.starts.map(({ key }) => key)).size, 1);
        assert.equal(host.gateway.ledger.length, 1);
        assert.equal(await page.evaluate(() => sessionStorage.length), 0);
      });

      test(`by ${by}, the page is ${name}: Back after it was paid`, async () => {
        host.library.gateway = by;
        host.library.headers = headers;
        await page.goto(host.origin);
        await part('choice');
        await pressPart('pay-all');
        await arriveAt(`${host.gatewayOrigin}/payment/`);
        await press('button[value="pay"]');
        await arriveAt(host.origin);
        await part('receipt');

        // To the gateway's page, whose button is dead, and to the page that the payment began on.
        await goTo('back', host.gatewayOrigin);
        await goTo('back', host.origin);
        await part('section-oir');
        await new Promise((resolve) => setTimeout(resolve, 500));
        // Firefox gives a page that it has kept back with the sessionStorage of then, so the widget knows no more than
        // that its order was under way; the list tells it that there is nothing to go on with.
        for (const gone of ['pay-all', 'payment-open', 'continue-button']) {
          assert.equal((await page.$$(`>>> [part~="${gone}"]`)).length, 0, gone);
        }
        assert.equal(host.library.starts.length, 1);
        assert.equal(host.gateway.ledger.length, 1);
      });
    }
  }
});
