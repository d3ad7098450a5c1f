import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { firefox } from '../browsers/others.js';
import { assertFair } from '../../integrations/payment-host/test/assert-fair.js';
import { startHost } from '../../integrations/payment-host/stand-ins/start.js';

/**
 * Back and Forward with the back-forward cache. Headless Chromium has none, so this needs Firefox; without it, the tests
 * fail.
 */
describe('Back and Forward with the back-forward cache', () => {
  let browser;
  /** @type {import('../../integrations/payment-host/stand-ins/start.js').Host} */
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
    // The page can be unloaded during the click.
    await button.click().catch(() => undefined);
  }

  const pressPart = (name) => press(`>>> [part~="${name}"]`);

  /** Waits until the tab is at an origin. A page restored from the cache has no load event. */
  async function arriveAt(origin) {
    for (let tries = 0; tries < 400; tries++) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href.startsWith(origin)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.fail(`not at ${origin}`);
  }

  const goTo = async (direction, origin) => {
    await page.evaluate((method) => void setTimeout(() => history[method](), 0), direction);
    await arriveAt(origin);
  };

  /** Marks the page, to detect whether it was restored or loaded again. */
  const mark = () => page.evaluate(() => void (window.isSamePage = true));
  const isMarked = () => page.evaluate(() => window.isSamePage === true);

  for (const by of ['dibs', 'easy']) {
    for (const [name, headers, isCached] of [
      ['cached', {}, true],
      ['not cached', { 'Cache-Control': 'no-store' }, false],
    ]) {
      test(`by ${by}, the page is ${name}: one order, continued`, async () => {
        host.library.gateway = by;
        host.library.headers = headers;
        await page.goto(host.origin);
        await part('choice');
        await mark();
        await pressPart('pay-all');
        await arriveAt(`${host.gatewayOrigin}/payment/`);

        await goTo('back', host.origin);
        await part('payment-open');
        assert.equal(await isMarked(), isCached);
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

      test(`by ${by}, the page is ${name}: Back after the payment`, async () => {
        host.library.gateway = by;
        host.library.headers = headers;
        await page.goto(host.origin);
        await part('choice');
        await pressPart('pay-all');
        await arriveAt(`${host.gatewayOrigin}/payment/`);
        await press('button[value="pay"]');
        await arriveAt(host.origin);
        await part('receipt');

        // Back to the gateway's page, and to the page where the payment started.
        await goTo('back', host.gatewayOrigin);
        await goTo('back', host.origin);
        await part('section-oir');
        await new Promise((resolve) => setTimeout(resolve, 500));
        // Firefox restores the page with its old session storage, in which the order is in progress. The list shows that
        // there is nothing to continue.
        for (const gone of ['pay-all', 'payment-open', 'continue-button']) {
          assert.equal((await page.$$(`>>> [part~="${gone}"]`)).length, 0, gone);
        }
        assert.equal(host.library.starts.length, 1);
        assert.equal(host.gateway.ledger.length, 1);
      });
    }
  }
});
